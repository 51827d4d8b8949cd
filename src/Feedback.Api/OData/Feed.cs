using System.Xml;
using Microsoft.OData;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;

namespace Feedback.Api.OData;

/// <summary>The feed as a whole: its sets, their model, and the two documents that are made of it.</summary>
public sealed class Feed
{
    /// <summary>The version of the protocol that every answer names.</summary>
    public const string Version = "4.0", VersionHeader = "OData-Version", MaximumVersionHeader = "OData-MaxVersion";

    private readonly Dictionary<string, FeedSet> _sets;

    /// <param name="sets">In the order in which the documents list them.</param>
    public Feed(IReadOnlyList<FeedSet> sets)
    {
        Sets = sets;
        _sets = sets.ToDictionary(s => s.Name, StringComparer.Ordinal);
        Model = FeedModel.Of(sets);
        Metadata = Written();
    }

    public IReadOnlyList<FeedSet> Sets { get; }

    internal IEdmModel Model { get; }

    /// <summary>The model as EDMX 4.0.</summary>
    public ReadOnlyMemory<byte> Metadata { get; }

    /// <summary>The set of a name; null where there is none.</summary>
    public FeedSet? Find(string name) => _sets.GetValueOrDefault(name);

    internal IEdmEntitySet EntitySet(FeedSet set) => Model.EntityContainer.FindEntitySet(set.Name);

    /// <summary>The service document: which sets there are, and where.</summary>
    /// <param name="root">The absolute address of the feed, with the slash at its end.</param>
    /// <param name="format">Which control information is asked for.</param>
    public byte[] ServiceDocument(Uri root, FeedFormat format)
    {
        var settings = new ODataMessageWriterSettings { BaseUri = root, ODataUri = new ODataUri { ServiceRoot = root }, Version = ODataVersion.V4, EnableMessageStreamDisposal = false };
        settings.SetContentType(format.ContentType, "utf-8");
        using var message = new WrittenMessage();
        using (var writer = new ODataMessageWriter((IODataResponseMessage)message, settings, Model)) writer.WriteServiceDocument(Model.GenerateServiceDocument());
        return message.Body.ToArray();
    }

    private byte[] Written()
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false), Indent = true }))
        {
            if (!CsdlWriter.TryWriteCsdl(Model, xml, CsdlTarget.OData, out var errors)) throw new InvalidOperationException(string.Join("; ", errors.Select(e => e.ErrorMessage)));
        }
        return stream.ToArray();
    }

    /// <summary>What a writer of the library writes to.</summary>
    private sealed class WrittenMessage : IODataResponseMessage, IDisposable
    {
        private readonly Dictionary<string, string> _headers = new(StringComparer.OrdinalIgnoreCase);

        public MemoryStream Body { get; } = new();

        public int StatusCode { get; set; } = StatusCodes.Status200OK;

        public IEnumerable<KeyValuePair<string, string>> Headers => _headers;

        public string GetHeader(string headerName) => _headers.GetValueOrDefault(headerName)!;

        public void SetHeader(string headerName, string headerValue) => _headers[headerName] = headerValue;

        public Stream GetStream() => Body;

        public void Dispose() => Body.Dispose();
    }
}
