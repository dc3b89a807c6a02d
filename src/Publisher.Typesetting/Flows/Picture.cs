namespace Publisher.Typesetting.Flows;

/// <summary>A picture, opaque to the setting; whoever draws the pages knows what it is.</summary>
/// <param name="Key">Tells one picture from another.</param>
public sealed record Picture(string Key);
