using Feedback.Api.Features.Audit;
using Feedback.Api.Features.Comments;
using Feedback.Api.Features.Committee;
using Feedback.Api.Features.Flags;
using Feedback.Api.Features.Imports;
using Feedback.Api.Features.Indicators;
using Feedback.Api.Features.Initiatives;
using Feedback.Api.Features.Keys;
using Feedback.Api.Features.OData;
using Feedback.Api.Features.Outcomes;
using Feedback.Api.Features.Periods;
using Feedback.Api.Features.Responses;
using Feedback.Api.Features.Running;
using Feedback.Api.Features.StaffNames;
using Feedback.Api.Features.SurveyPages;
using Feedback.Api.Features.Surveys;
using Feedback.Api.Features.Targets;
using Feedback.Api.Features.Topics;
using Feedback.Api.Features.Units;
using Feedback.Api.Features.Unprompted;
using Feedback.Api.Features.Warnings;
using Feedback.Api.Features.Webhooks;
using Feedback.Api.Features.Widget;
using Feedback.Api.Http;
using Feedback.Api.OData;

namespace Feedback.Api;

/// <summary>Every operation of the service, in the order a feedback travels.</summary>
public static class Endpoints
{
    public static void MapFeedback(this IEndpointRouteBuilder routes)
    {
        var v1 = routes.MapGroup("/v1");

        // Who may ask and answer, and where people work.
        v1.Map<MakeKey>();
        v1.Map<ReadKeys>();
        v1.Map<RotateKey>();
        v1.Map<RevokeKey>();
        v1.Map<ReplaceUnits>();
        v1.Map<ReadUnits>();

        // What the organisation adds to its answers.
        v1.Map<ReplaceTargets>();
        v1.Map<ReadTargets>();
        v1.Map<PutInitiative>();
        v1.Map<ReadInitiatives>();
        v1.Map<ReadInitiative>();
        v1.Map<RemoveInitiative>();
        v1.Map<ReplaceOutcome>();
        v1.Map<ReadOutcomes>();
        v1.Map<ReadOutcome>();
        v1.Map<ReplaceTopics>();
        v1.Map<ReadDictionary>();
        v1.Map<RestoreTopics>();
        v1.Map<ReplaceStaffNames>();
        v1.Map<ReadStaffNames>();

        // What is asked.
        v1.Map<PublishSurvey>();
        v1.Map<ReadSurveys>();
        v1.Map<ReadSurvey>();
        v1.Map<ReadForm>();
        v1.Map<CloseSurvey>();
        v1.Map<MakeCodes>();
        v1.Map<SetInvitations>();
        v1.Map<ReadInvitations>();

        // The script that asks on any page.
        routes.Map<ReadWidget>();

        // An answer comes in.
        v1.Map<SubmitResponse>();
        v1.Map<SubmitBatch>();
        v1.Map<ReadFeedbackForm>();
        v1.Map<SubmitFeedback>();
        v1.Map<ImportResponses>();
        v1.Map<PutImport>();
        v1.Map<ReadImport>();
        v1.Map<RemoveImport>();
        v1.Map<ExportResponses>();

        // Somebody answers on the survey's own page.
        routes.Map<ShowSurvey>();
        routes.Map<AnswerSurvey>();
        routes.Map<ThankRespondent>();
        routes.Map<TakeBack>();

        // A concern is answered, and its sender writes on.
        v1.Map<ReadThread>();
        v1.Map<ReplyToThread>();
        v1.Map<ReadFlags>();
        v1.Map<AnswerFlag>();
        v1.Map<CloseFlag>();
        routes.Map<ShowThread>();

        // Its sender takes it back.
        v1.Map<EraseResponse>();
        v1.Map<EraseRespondent>();

        // A period of employees is closed and released.
        v1.Map<ReadPeriods>();
        v1.Map<ReadPeriod>();
        v1.Map<ReleasePeriod>();

        // Its reader sees figures.
        v1.Map<ReadIndicators>();
        v1.Map<ReadIndicator>();
        v1.Map<ReadComments>();
        v1.Map<ReadItems>();
        v1.Map<ReadTopics>();
        v1.Map<ReadWords>();
        v1.Map<ReadEarlyWarnings>();
        v1.Map<ReadCommittee>();

        // The same as tables, for tools that join and draw them.
        var odata = routes.MapGroup(FeedAddress.Path);
        odata.Map<ReadFeed>();
        odata.Map<ReadFeedModel>();
        odata.Map<ReadFeedSet>();
        odata.Map<CountFeedSet>();
        odata.Map<RefuseFeedRequest>();

        // Other systems are told of what happened.
        v1.Map<MakeWebhook>();
        v1.Map<ReadWebhooks>();
        v1.Map<PauseWebhook>();
        v1.Map<RotateSecret>();
        v1.Map<TestWebhook>();
        v1.Map<ReadMessages>();
        v1.Map<ReplayMessages>();
        v1.Map<RemoveWebhook>();

        // Who reads, and what for.
        v1.Map<ReadAudit>();

        // Whether all is well.
        v1.Map<ReadVersion>();
        routes.Map<ReadHealth>();
    }
}
