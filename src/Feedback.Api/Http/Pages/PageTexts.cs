using System.Globalization;

namespace Feedback.Api.Http.Pages;

/// <summary>What pages say in words of their own, in one language. Holes such as <c>{0}</c> are filled where a text is used.</summary>
public sealed record PageTexts
{
    /// <summary>The language, as a tag.</summary>
    public required string Language { get; init; }

    // What stands around questions.
    public required string Languages { get; init; }
    public required string Required { get; init; }
    public required string NoAnswer { get; init; }
    public required string PleaseChoose { get; init; }
    public required string ChooseSeveral { get; init; }
    public required string WholeNumber { get; init; }
    public required string TextLimit { get; init; }
    public required string TextCareful { get; init; }
    public required string Thousands { get; init; }
    public required string CharactersLeft { get; init; }
    public required string CharactersOver { get; init; }
    public required string QuestionOf { get; init; }
    public required string AnsweredOf { get; init; }
    public required string Next { get; init; }
    public required string Back { get; init; }
    public required string Send { get; init; }
    public required string SendAgain { get; init; }
    public required string Replace { get; init; }
    public required string Sending { get; init; }
    public required string OneAtATime { get; init; }
    public required string AllOnOnePage { get; init; }
    public required string Code { get; init; }
    public required string CodeHint { get; init; }
    public required string Test { get; init; }

    // What is stored and what is not.
    public required string NoticeTitle { get; init; }
    public required string NoticeCustomers { get; init; }
    public required string Stored { get; init; }
    public required string StoredAnswers { get; init; }
    public required string StoredDay { get; init; }
    public required string StoredLanguage { get; init; }
    public required string StoredDelay { get; init; }
    public required string StoredCode { get; init; }
    public required string StoredAttributes { get; init; }
    public required string NotStored { get; init; }
    public required string NotStoredList { get; init; }
    public required string Shown { get; init; }
    public required string ShownList { get; init; }
    public required string Operator { get; init; }
    public required string Open { get; init; }
    public required string TakeBackPromise { get; init; }

    // What is wrong with answers.
    public required string ErrorMark { get; init; }
    public required string OneError { get; init; }
    public required string ManyErrors { get; init; }
    public required string ErrorsText { get; init; }
    public required string Missing { get; init; }
    public required string NotOffered { get; init; }
    public required string NotANumber { get; init; }
    public required string TextTooLong { get; init; }
    public required string NothingAnswered { get; init; }
    public required string MissingCode { get; init; }
    public required string UnknownCode { get; init; }
    public required string UsedCode { get; init; }
    public required string Refused { get; init; }

    // What happened to answers.
    public required string NotYet { get; init; }
    public required string NotYetText { get; init; }
    public required string Offline { get; init; }
    public required string Unreachable { get; init; }
    public required string Changed { get; init; }
    public required string ChangedText { get; init; }
    public required string ChangedWithCode { get; init; }
    public required string KeepEarlier { get; init; }
    public required string Thanks { get; init; }
    public required string ThanksText { get; init; }

    // Taking answers back.
    public required string Receipt { get; init; }
    public required string ReceiptText { get; init; }
    public required string TakeBackLater { get; init; }
    public required string TakeBack { get; init; }
    public required string TakeBackTitle { get; init; }
    public required string TakeBackText { get; init; }
    public required string ReceiptLabel { get; init; }
    public required string ReceiptForm { get; init; }
    public required string NotAReceipt { get; init; }
    public required string ReceiptUnknown { get; init; }
    public required string Gone { get; init; }
    public required string GoneText { get; init; }
    public required string GoneAfterRelease { get; init; }
    public required string Erased { get; init; }
    public required string ErasedText { get; init; }
    public required string AnswerAgain { get; init; }

    // What came of a concern.
    public required string ThreadTitle { get; init; }
    public required string ThreadText { get; init; }
    public required string ThreadReceiptUnknown { get; init; }
    public required string ThreadShow { get; init; }
    public required string ThreadWaiting { get; init; }
    public required string ThreadAnswered { get; init; }
    public required string ThreadClosed { get; init; }
    public required string ThreadYou { get; init; }
    public required string ThreadChampion { get; init; }
    public required string ThreadWeek { get; init; }
    public required string ThreadReply { get; init; }
    public required string ThreadSend { get; init; }
    public required string ThreadMissing { get; init; }
    public required string ThreadFull { get; init; }
    public required string ThreadEmployees { get; init; }
    public required string ThreadTakeBack { get; init; }
    public required string ThreadSent { get; init; }

    // What is wrong with a link.
    public required string WrongLink { get; init; }
    public required string WrongLinkText { get; init; }
    public required string UnknownPart { get; init; }
    public required string PartTwice { get; init; }
    public required string NotALanguage { get; init; }
    public required string NotADay { get; init; }
    public required string NotAFlag { get; init; }
    public required string NotAView { get; init; }
    public required string NotAnId { get; init; }
    public required string UnknownVersion { get; init; }
    public required string NoCodes { get; init; }
    public required string UnknownDimension { get; init; }
    public required string NoText { get; init; }
    public required string UnknownUnit { get; init; }
    public required string ValueNotTaken { get; init; }

    // Pages in place of a survey.
    public required string NotFound { get; init; }
    public required string NotFoundText { get; init; }
    public required string Closed { get; init; }
    public required string ClosedText { get; init; }
    public required string Forbidden { get; init; }
    public required string ForbiddenText { get; init; }
    public required string TooLarge { get; init; }
    public required string TooLargeText { get; init; }
    public required string Busy { get; init; }
    public required string BusyText { get; init; }
    public required string Failed { get; init; }
    public required string FailedText { get; init; }
    public required string OpenSurvey { get; init; }

    /// <summary>A whole number as the language writes it.</summary>
    public string Number(int value) => value.ToString("N0", new NumberFormatInfo { NumberGroupSeparator = Thousands });
}
