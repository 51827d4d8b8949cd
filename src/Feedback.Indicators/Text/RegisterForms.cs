namespace Feedback.Indicators.Text;

/// <summary>Looks for the numbers of people in registers among groups of digits.</summary>
internal static class RegisterForms
{
    private static readonly ILookup<int, Form> ByFirstGroup = RegisterNumbers.All.SelectMany(n => n.Forms.Select(f => Form.Of(n, f))).ToLookup(form => form.Lengths[0]);

    /// <summary>How many groups from here are such a number; 0 if none are.</summary>
    /// <param name="run">The groups.</param>
    /// <param name="first">The first that belongs to it.</param>
    /// <param name="announced">Whether a word before says that it is one.</param>
    /// <param name="isThing">Whether a word before says that it is the number of a thing.</param>
    public static int At(NumberRun run, int first, Func<bool> announced, Func<bool> isThing)
    {
        var found = 0;
        foreach (var form in ByFirstGroup[run.Groups[first].Length])
        {
            if (form.Lengths.Length <= found || !form.Fits(run, first) || !form.Number.IsValid(form.Digits(run, first)))
                continue;
            if (!form.StandsAlone(run, first, form.Number.Bare == BareNumber.Stands || announced()))
                continue;
            var sure = form.Lengths.Length == 1 ? form.Number.Bare : form.Number.Grouped;
            if (sure == BareNumber.Stands || announced() || sure == BareNumber.UnlessNamed && !isThing())
                found = form.Lengths.Length;
        }
        return found;
    }

    /// <summary>How long the groups are, and what stands before all but the first.</summary>
    private sealed record Form(RegisterNumber Number, int[] Lengths, string[] Signs)
    {
        public static Form Of(RegisterNumber number, string written)
        {
            var lengths = written.Split(' ', '-', '.', '/').Select(int.Parse).ToArray();
            return new Form(number, lengths, [.. written.Where(c => !char.IsAsciiDigit(c)).Select(c => c.ToString())]);
        }

        /// <summary>Whether the groups are written so.</summary>
        public bool Fits(NumberRun run, int first)
        {
            var end = first + Lengths.Length;
            if (end > run.Groups.Count || first == 0 && run.Groups[0].Start > 0)
                return false;
            for (var i = 1; i < Lengths.Length; i++)
            {
                if (run.Groups[first + i].Length != Lengths[i] || run.Before(first + i) != Signs[i - 1])
                    return false;
            }
            return true;
        }

        /// <summary>Whether they are no part of something longer: another sign stands before and behind, or blanks where it is sure what they are.</summary>
        public bool StandsAlone(NumberRun run, int first, bool isSure)
        {
            var end = first + Lengths.Length;
            return (first == 0 || Parts(run.Before(first), 0, isSure)) && (end == run.Groups.Count || Parts(run.Before(end), Signs.Length - 1, isSure));
        }

        public int[] Digits(NumberRun run, int first) => [.. run.Groups.Skip(first).Take(Lengths.Length).SelectMany(g => g.Digits)];

        private bool Parts(string sign, int own, bool isSure) => string.IsNullOrWhiteSpace(sign) ? isSure || Signs.Length == 0 || sign != Signs[own] : sign[0] == ' ' && sign[^1] != ')';
    }
}
