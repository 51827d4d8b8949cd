namespace Feedback.Api.Tests.Fuzzing;

/// <summary>Parts of requests that nobody sends who means well. <c>~</c> stands for the canary, by which it is found where it must not be.</summary>
internal static class OddParts
{
    public static readonly string[] Methods = ["HEAD", "OPTIONS", "TRACE", "PATCH", "PUT", "DELETE", "POST", "GET", "PROPFIND", "get", "CONNECT", "X"];

    public static readonly string[] Segments = ["%2e%2e/%2e%2e/etc/passwd", "..%2f..%2f~", "../~", "./~", "~/", "/~", "~%00", "%ff~", "%c0%ae~", "~;a=b", "~%0d%0aa:%20b", "~\\..", "%", "%zz", "a/b/c/~", "~.json", "$metadata", "$batch", "~('a')", "~(1)/b"];

    /// <summary>In Latin-1, as headers go over the wire.</summary>
    public static readonly (string Name, string[] Values)[] Headers =
    [
        ("Accept", ["*/*", "text/html", "application/xml", "text/csv", "application/x-ndjson;q=0.5, text/csv;q=0.4", "application/json;q=0", "~", "a/b;q=9", ",,,", "*", "text/*", "application/json;odata.metadata=full", "application/json;odata.streaming=true;~"]),
        ("Accept-Language", ["de", "fr;q=0.1, ~", "*", "xx-~-yy", ";;;", "\xff"]),
        ("Accept-Encoding", ["gzip", "br", "gzip;q=0", "~", "*"]),
        ("If-None-Match", ["*", "\"~\"", "W/\"~\"", ", , ,", "W/", "\xff~"]),
        ("If-Modified-Since", ["~", "Sat, 21 Nov 2026 10:15:00 GMT"]),
        ("Range", ["bytes=0-1", "bytes=~", "bytes=-99999999999999"]),
        ("Origin", ["https://www.example.org", "null", "https://~.example", "\xff", "file://"]),
        ("Access-Control-Request-Method", ["POST", "~"]),
        ("X-Api-Key", ["~", " ", "\xff~"]),
        ("X-Forwarded-Host", ["~.example"]),
        ("X-Forwarded-Proto", ["~"]),
        ("Forwarded", ["for=~;host=~.example;proto=https"]),
        ("X-Original-URL", ["/v1/keys?~"]),
        ("X-HTTP-Method-Override", ["DELETE"]),
        ("Host", ["~.example", "~.example:99", "localhost", "[::1]", "a b", ""]),
        ("Cookie", ["~=~", ";;;"]),
        ("Expect", ["100-continue"]),
        ("Sec-Fetch-Site", ["cross-site", "same-origin", "~"]),
        ("OData-Version", ["4.0", "3.0", "~"]),
        ("OData-MaxVersion", ["4.0", "3.0", "~"]),
        ("Prefer", ["odata.maxpagesize=2", "odata.maxpagesize=0", "odata.maxpagesize=-1", "~"]),
        ("webhook-id", ["~"]),
        ("webhook-timestamp", ["1", "~", "99999999999999999999"]),
        ("webhook-signature", ["v1,~", "~"]),
        ("Typeform-Signature", ["sha256=~", "~"]),
        ("traceparent", ["00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "~"]),
        ("Authorization", ["Bearer ~", "Basic ~", "Basic !!!!", "Basic /////w==", "Digest ~", "Bearer", ""]),
        ("Transfer-Encoding", ["~"]),
        ("~", ["~"]),
    ];

    public static readonly string[] QueryValues =
    [
        "", "~", "~%00", "%ff%fe", "%c3%28", "%ud800", "%ED%A0%80", "%", "%zz", "+", "%20~%20", "-1", "0", "1.5", "1e9", "99999999999999999999", "NaN", "true", "True", "null", "[]", "..", "2026-13", "2026-02-30", "0000-00", "9999-Q9",
        "2026-11..2026-10", "~:~", ":", "unit:", ":~", "unit:~%0a", "%e2%80%ae~", "=1%2B1", "%27%20or%201=1--~", "*", "key%20eq%20~", "((((", "day%20ge%20~", "%3Cscript%3E~", "csv", "json", "employee", "customer", "2026-10", "1900-01-01", "9999-12-31",
    ];

    public static readonly string[] MediaTypes = ["application/json", "text/plain", "text/csv", "application/xml", "application/json; charset=utf-16", "application/json;charset=\"utf-8\"", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "application/x-ndjson", "~", "application/~+json", "a/b; c=\"~", ""];
}
