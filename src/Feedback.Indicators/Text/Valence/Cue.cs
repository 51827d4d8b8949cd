namespace Feedback.Indicators.Text.Valence;

/// <summary>A word that a rule looks for by name, and not for its valence alone.</summary>
internal enum Cue : byte
{
    None,
    No, Or, Nor, Never, So, This, Without, Doubt, Least, At, Very, But,
    Kind, Sort, Of, Just, Enough,
    The, Shit, Bomb, Bad, Ass, Bus, Stop, Yeah, Right, Kiss, Death, To, Die, For, Beating, Heart, Broken,
}
