namespace Publisher.Tests.Support;

/// <summary>Fonts of the machine, for what no font of the repository is: variable, with cubic outlines, with other scripts.</summary>
internal static class SystemFont
{
    /// <summary>Debian's package fonts-inter-variable.</summary>
    public static string Variable => Find("/usr/share/fonts/truetype/inter-vf/Inter-roman.var.ttf", "fonts-inter-variable");

    /// <summary>Debian's package fonts-ebgaramond.</summary>
    public static string Cubic => Find("/usr/share/fonts/opentype/ebgaramond/EBGaramond12-Regular.otf", "fonts-ebgaramond");

    /// <summary>Debian's package fonts-dejavu-core, with Hebrew and Arabic letters.</summary>
    public static string ManyScripts => Find("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", "fonts-dejavu-core");

    private static string Find(string path, string package)
    {
        if (!File.Exists(path))
        {
            OutsideProgram.Missing($"The font {Path.GetFileName(path)} of the package {package} is not on this machine.");
        }

        return path;
    }
}
