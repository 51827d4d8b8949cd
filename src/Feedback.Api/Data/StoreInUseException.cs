namespace Feedback.Api.Data;

/// <summary>Another process serves the store, and only one may. The message is one line for whoever started this one.</summary>
public sealed class StoreInUseException(string store) : IOException(
    $"The store {store} is served by another process, and one file has one serving process: stop that one first, or name another folder in Feedback:DataDirectory.");
