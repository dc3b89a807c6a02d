namespace Publisher.Model;

/// <summary>
/// The target of a link whose place in the text an extraction lost: such tools print the targets of a page's links below its text.
/// </summary>
/// <param name="Target">The address as it stood there.</param>
/// <param name="Page">One-based page of the source it stood on; 0 if not known.</param>
public sealed record LinkReference(string Target, int Page) : Node;
