using System.Text.RegularExpressions;

namespace Feedback.Indicators.Text;

/// <summary>The words that announce a number, as they are read (<see cref="CharacterFolding"/>): without accents.</summary>
internal static partial class IdCues
{
    /// <summary>The number of a person in a register, of a passport, a driving licence, or among the staff. Short names that are words too in capitals only.</summary>
    public const string Pattern =
        @"(?<![\p{L}\p{N}_])(?:ssn|itin|social (?:security|insurance)(?: number| no\.?)?|national insurance(?: number| no\.?)?|ni (?:number|no\.?)|nino|nhs(?: number| no\.?)?" +
        @"|steuer-?id(?:nr|ent\w*)?|steuernummer|steuer-?nr|tax ?id|tin|idnr|sozialversicherungs-?(?:nummer|nr)|rentenversicherungs-?(?:nummer|nr)|sv-?(?:nummer|nr)|versicherungsnummer" +
        @"|bsn|burgerservicenummer|sofi-?nummer|rijksregister(?:nummer)?|insz|niss|numero (?:national|de securite sociale|de secu)|securite sociale" +
        @"|dni|nif|contribuinte|cpf|codice fiscale|pesel|personnummer|cpr(?:-nummer|-nr)?|fodselsnummer|fødselsnummer|personnr|hetu|henkilotunnus|svnr|aadhaar|aadhar|ppsn|pps number" +
        @"|passport(?: number| no\.?)?|reisepass(?:nummer)?|passnummer|numero de passeport|passeport|pasaporte|passaporto|paspoort(?:nummer)?|personalausweis(?:nummer)?|ausweisnummer|ausweis-nr" +
        @"|carte d'identite|carta d'identita|identity card|id card|id number|driving licen[cs]e|driver'?s licen[cs]e|fuhrerschein(?:nummer)?|permis de conduire|permiso de conducir" +
        @"|(?:staff|employee|personnel|payroll|badge)[ -]?(?:number|no\.?|id|nr)|personal-?(?:nummer|nr)|mitarbeiter-?(?:nummer|nr|id)|matricule|numero de empleado|personeelsnummer|matricola" +
        @"|(?-i:SIN|NIE|NIR|CF|AHV|AVS|PPS|NHS|NI))(?![\p{L}\p{N}_])\.?";

    /// <summary>Whether what stands before a number says that it is the number of a person.</summary>
    public static bool Announce(ReadOnlySpan<char> before) => EndPattern().IsMatch(before);

    /// <summary>Whether what stands right before a number says that it is the number of a thing.</summary>
    public static bool NameThing(ReadOnlySpan<char> before) => ThingPattern().IsMatch(before);

    [GeneratedRegex(Pattern + @"[^\p{N}\uffff]{0,24}\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex EndPattern();

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}_])(?:order|purchase order|po|invoice|ticket|case|reference|ref|booking|tracking|parcel|shipment|article|item|part|serial|transaction|product|build|barcode|ean|isbn|gtin|sku" +
        @"|bestell(?:ung|nummer|nr)?|auftrag(?:snummer|s-?nr)?|rechnung(?:snummer|s-?nr)?|vorgang(?:snummer|s-?nr)?|buchung(?:snummer)?|sendung(?:snummer)?|artikel(?:nummer|nr)?|serien(?:nummer|nr)|paket(?:nummer)?" +
        @"|commande|facture|dossier|colis|article|reservation|pedido|factura|referencia|articulo|reserva|envio|ordine|fattura|pratica|bestelling|ordernummer|factuur(?:nummer)?|zamowieni[ea]|faktura|encomenda|fatura)" +
        @"(?![\p{L}\p{N}_])(?:[ -]?(?:number|no|nr|num|nummer|id|code|numero|n°|n|de))?[ .:#=-]{0,3}(?:(?:is|was|war|ist|lautet|est|es|era)[ :]{1,2})?\z" +
        @"|#[ ]?\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ThingPattern();
}
