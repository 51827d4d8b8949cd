using System.Globalization;
using System.Text.Json.Nodes;

namespace Feedback.Browser.Tests.Pages;

/// <summary>Surveys with a page, as they are looked at: every kind of question, long and short, in several languages.</summary>
internal static class PageSurveys
{
    /// <summary>Customers: six questions of every kind in English, German and Arabic; the first must be answered.</summary>
    public const string OfCustomers =
        """
        {"audience": "customer", "page": true,
         "title": {"en": "How was your time at the airport?", "de": "Wie war Ihre Zeit am Flughafen?", "ar": "كيف كان وقتك في المطار؟"},
         "description": {"en": "Six questions, two minutes. Your answers go to the people who run the terminal.", "de": "Sechs Fragen, zwei Minuten. Ihre Antworten gehen an die Menschen, die das Terminal betreiben.", "ar": "ستة أسئلة، دقيقتان. تصل إجاباتك إلى من يديرون الصالة."},
         "thanks": {"en": "Have a good flight!", "de": "Guten Flug!", "ar": "رحلة سعيدة!"},
         "dimensions": ["channel"],
         "items": [
           {"code": "clean", "kind": "rating", "low": 1, "high": 5, "required": true, "measures": "experience", "touchpoint": "clean", "text": {"en": "How clean was the terminal?", "de": "Wie sauber war das Terminal?", "ar": "ما مدى نظافة الصالة؟"},
            "labels": {"1": {"en": "Very dirty", "de": "Sehr schmutzig", "ar": "متسخة جدا"}, "2": {"en": "Dirty", "de": "Schmutzig", "ar": "متسخة"}, "3": {"en": "Neither clean nor dirty", "de": "Weder sauber noch schmutzig", "ar": "لا نظيفة ولا متسخة"}, "4": {"en": "Clean", "de": "Sauber", "ar": "نظيفة"}, "5": {"en": "Very clean", "de": "Sehr sauber", "ar": "نظيفة جدا"}}},
           {"code": "nps", "kind": "rating", "low": 0, "high": 10, "measures": "recommend", "text": {"en": "How likely are you to recommend us to a friend or colleague?", "de": "Wie wahrscheinlich empfehlen Sie uns Freunden oder Kollegen?", "ar": "ما مدى احتمال أن توصي بنا صديقا أو زميلا؟"},
            "labels": {"0": {"en": "Not at all likely", "de": "Überhaupt nicht", "ar": "غير محتمل"}, "10": {"en": "Extremely likely", "de": "Äußerst wahrscheinlich", "ar": "محتمل جدا"}}},
           {"code": "used", "kind": "choice", "multiple": true, "text": {"en": "Which of these did you use?", "de": "Was davon haben Sie genutzt?", "ar": "ماذا استخدمت من هذه؟"},
            "options": [{"code": "wifi", "text": {"en": "Wi-Fi", "de": "WLAN", "ar": "واي فاي"}}, {"code": "lounge", "text": {"en": "Lounge", "de": "Lounge", "ar": "صالة الانتظار"}}, {"code": "shops", "text": {"en": "Shops and restaurants", "de": "Läden und Restaurants", "ar": "المتاجر والمطاعم"}}]},
           {"code": "trip", "kind": "choice", "text": {"en": "What did you travel for?", "de": "Wofür sind Sie gereist?", "ar": "لماذا سافرت؟"},
            "options": [{"code": "work", "text": {"en": "Work", "de": "Arbeit", "ar": "العمل"}}, {"code": "leisure", "text": {"en": "Leisure", "de": "Freizeit", "ar": "الترفيه"}}]},
           {"code": "country", "kind": "choice", "text": {"en": "Where do you live?", "de": "Wo wohnen Sie?", "ar": "أين تسكن؟"}, "options": [COUNTRIES]},
           {"code": "why", "kind": "text", "text": {"en": "What should we know?", "de": "Was sollten wir wissen?", "ar": "ماذا يجب أن نعرف؟"}}]}
        """;

    /// <summary>Employees: a scale, a text, in the four languages that the page speaks itself.</summary>
    public const string OfEmployees =
        """
        {"audience": "employee", "page": true, "period": "month",
         "title": {"en": "Monthly pulse", "de": "Monatspuls", "fr": "Pouls du mois", "es": "Pulso mensual"},
         "dimensions": ["level"],
         "items": [
           {"code": "kept", "kind": "rating", "low": 1, "high": 7, "measures": "trust.reliability", "text": {"en": "The management keeps what it promises.", "de": "Die Leitung hält, was sie verspricht.", "fr": "La direction tient ses promesses.", "es": "La dirección cumple lo que promete."},
            "labels": {"1": {"en": "Do not agree at all", "de": "Stimme gar nicht zu", "fr": "Pas du tout d’accord", "es": "Nada de acuerdo"}, "4": {"en": "Neither", "de": "Teils, teils", "fr": "Ni l’un ni l’autre", "es": "Ni una cosa ni otra"}, "7": {"en": "Agree completely", "de": "Stimme völlig zu", "fr": "Tout à fait d’accord", "es": "Totalmente de acuerdo"}}},
           {"code": "why", "kind": "text", "text": {"en": "What should we know?", "de": "Was sollten wir wissen?", "fr": "Que devrions-nous savoir ?", "es": "¿Qué deberíamos saber?"}}]}
        """;

    private static readonly string[] Countries = ["AT", "BE", "CH", "CZ", "DE", "DK", "ES", "FR", "GB", "IE", "IT", "NL", "PL", "SE"];

    /// <summary>Publishes a survey under a key.</summary>
    public static async Task<string> PublishPage(this TestService service, string definition, string key, Action<JsonObject>? change = null)
    {
        var countries = string.Join(", ", Countries.Select(c => new JsonObject { ["code"] = c, ["text"] = new JsonObject { ["en"] = new RegionInfo(c).EnglishName } }.ToJsonString()));
        var survey = JsonNode.Parse(definition.Replace("COUNTRIES", countries))!.AsObject();
        change?.Invoke(survey);
        return await service.Publish(survey, key);
    }
}
