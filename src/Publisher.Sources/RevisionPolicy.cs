namespace Publisher.Sources;

/// <summary>What becomes of the changes that an editor tracked and nobody decided about yet.</summary>
public enum RevisionPolicy
{
    /// <summary>The text as it stands when all are accepted.</summary>
    Accept,

    /// <summary>The text as it was before.</summary>
    Reject,

    /// <summary>A file that has any is refused.</summary>
    Fail,
}
