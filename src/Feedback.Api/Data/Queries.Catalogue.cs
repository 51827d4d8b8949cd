namespace Feedback.Api.Data;

/// <content>What is set up: keys, units, surveys, imports, and what the organisation tells of itself.</content>
public static partial class Queries
{
    public const string ReadStamp = "Catalogue.ReadStamp";
    public const string RaiseStamp = "Catalogue.RaiseStamp";
    public const string ReadSetting = "Catalogue.ReadSetting";
    public const string InsertSetting = "Catalogue.InsertSetting";
    public const string ReadCohortsSince = "Catalogue.ReadCohortsSince";
    public const string ReadCohortValuesSince = "Catalogue.ReadCohortValuesSince";

    public const string ReadKeys = "Keys.ReadKeys";
    public const string InsertKey = "Keys.InsertKey";
    public const string RevokeKey = "Keys.RevokeKey";
    public const string RotateKey = "Keys.RotateKey";

    public const string ReadUnits = "Units.ReadUnits";
    public const string InsertUnit = "Units.InsertUnit";
    public const string ChangeUnit = "Units.ChangeUnit";
    public const string RetireUnit = "Units.RetireUnit";

    public const string ReadSurveys = "Surveys.ReadSurveys";
    public const string ReadVersions = "Surveys.ReadVersions";
    public const string ReadDimensions = "Surveys.ReadDimensions";
    public const string ReadVariables = "Surveys.ReadVariables";
    public const string ReadOptions = "Surveys.ReadOptions";
    public const string FindSurvey = "Surveys.FindSurvey";
    public const string FindItem = "Surveys.FindItem";
    public const string ReadOptionCodes = "Surveys.ReadOptionCodes";
    public const string InsertSurvey = "Surveys.InsertSurvey";
    public const string InsertVersion = "Surveys.InsertVersion";
    public const string InsertDimension = "Surveys.InsertDimension";
    public const string InsertVariable = "Surveys.InsertVariable";
    public const string InsertOption = "Surveys.InsertOption";
    public const string ChangeSurveyState = "Surveys.ChangeSurveyState";
    public const string InsertCode = "Surveys.InsertCode";

    public const string ReadImport = "Imports.ReadImport";
    public const string InsertImport = "Imports.InsertImport";
    public const string RemoveImport = "Imports.RemoveImport";

    public const string ReadTargets = "Targets.ReadTargets";
    public const string RemoveTargets = "Targets.RemoveTargets";
    public const string InsertTarget = "Targets.InsertTarget";

    public const string ReadInitiatives = "Initiatives.ReadInitiatives";
    public const string ReadInitiativeUnits = "Initiatives.ReadInitiativeUnits";
    public const string InsertInitiative = "Initiatives.InsertInitiative";
    public const string InsertInitiativeUnit = "Initiatives.InsertInitiativeUnit";
    public const string RemoveInitiativeUnits = "Initiatives.RemoveInitiativeUnits";
    public const string RemoveInitiative = "Initiatives.RemoveInitiative";

    public const string ReadOutcomes = "Outcomes.ReadOutcomes";
    public const string ReadOutcomeNames = "Outcomes.ReadOutcomeNames";
    public const string RemoveOutcome = "Outcomes.RemoveOutcome";
    public const string InsertOutcome = "Outcomes.InsertOutcome";

    public const string ReadInvitations = "Invitations.ReadInvitations";
    public const string RemoveInvitation = "Invitations.RemoveInvitation";
    public const string InsertInvitation = "Invitations.InsertInvitation";
}
