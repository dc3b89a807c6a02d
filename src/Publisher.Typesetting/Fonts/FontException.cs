namespace Publisher.Typesetting.Fonts;

/// <summary>A font's bytes cannot be read as TrueType or OpenType.</summary>
public sealed class FontException : Exception
{
    /// <summary>Says why the font cannot be used.</summary>
    public FontException(string message)
        : base(message)
    {
    }

    /// <summary>Says why the font cannot be used.</summary>
    public FontException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Says only that the font cannot be used.</summary>
    public FontException()
        : base("The font cannot be used.")
    {
    }
}
