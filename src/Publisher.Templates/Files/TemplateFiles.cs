using System.Text;
using Publisher.Model;

namespace Publisher.Templates.Files;

/// <summary>
/// The files of one folder. A template is untrusted: nothing outside its folder is read, whatever a path says and wherever a symbolic
/// link leads.
/// </summary>
internal sealed class TemplateFiles
{
    // Texts are a few kilobytes; the limit only keeps a mistaken file from filling the memory.
    private const int MaximumText = 1 << 20;

    // The largest open fonts (CJK) have about 20 MB.
    private const int MaximumBinary = 64 << 20;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string _folder;
    private readonly string _resolved;

    /// <summary>Names the folder.</summary>
    /// <param name="folder">As the user named it; must exist.</param>
    public TemplateFiles(string folder)
    {
        _folder = folder;
        _resolved = RealPath.Of(Path.GetFullPath(folder));
    }

    /// <summary>The name of a file as messages give it.</summary>
    public string NameOf(string path) => Path.Combine(_folder, path);

    /// <summary>True if the folder has this file and it may be read.</summary>
    public bool Has(string path) => Locate(path) is { } place && File.Exists(place);

    /// <summary>True if a link of this name stands in the folder and leads out of it, or nowhere.</summary>
    public bool IsOutside(string path) => !Has(path) && new FileInfo(Path.Combine(_resolved, path)).LinkTarget is not null;

    /// <summary>The names of the files in a folder of it, in ordinal order; none if there is no such folder.</summary>
    /// <param name="folder">Relative to the folder; empty for itself.</param>
    /// <param name="extension">With its dot.</param>
    public IEnumerable<string> Names(string folder, string extension)
    {
        var place = folder.Length == 0 ? _resolved : Locate(folder);
        return place is null || !Directory.Exists(place)
            ? []
            : Directory.EnumerateFiles(place).Select(Path.GetFileName).OfType<string>()
                .Where(name => name.EndsWith(extension, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal);
    }

    /// <summary>The text of a file, line ends as LF; null if there is none.</summary>
    /// <param name="path">Relative to the folder.</param>
    /// <exception cref="PublisherException">It lies outside the folder, is too large, is not UTF-8 or cannot be read.</exception>
    public string? ReadText(string path)
    {
        if (!Has(path))
        {
            return null;
        }

        try
        {
            var text = StrictUtf8.GetString(Read(path, MaximumText, File.ReadAllBytes));
            return text.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        }
        catch (DecoderFallbackException e)
        {
            throw new PublisherException(NameOf(path), 0, "This file is not in UTF-8.", "Save it as UTF-8.", e);
        }
    }

    /// <summary>The bytes of a file.</summary>
    /// <param name="path">Relative to the folder.</param>
    /// <exception cref="PublisherException">There is none, it lies outside the folder, is too large or cannot be read.</exception>
    public byte[] ReadBytes(string path) => Read(path, MaximumBinary, ReadPinned);

    /// <summary>Why <see cref="Has"/> is false: the file is missing, or lies where it may not be read.</summary>
    public (string Problem, string Remedy) WhyNot(string path) => Locate(path) is null
        ? ($"\"{path}\" lies outside the template's folder.", "Copy the file into the folder; nothing outside it is read.")
        : ($"There is no file \"{path}\".", "Correct the path, which counts from the template's folder, or add the file.");

    private byte[] Read(string path, int maximum, Func<string, byte[]> read)
    {
        var place = Locate(path);
        if (place is null || !File.Exists(place))
        {
            var (problem, remedy) = WhyNot(path);
            throw new PublisherException(NameOf(path), 0, problem, remedy);
        }

        try
        {
            return new FileInfo(place).Length <= maximum
                ? read(place)
                : throw new PublisherException(NameOf(path), 0, $"This file has more than {maximum >> 20} MB.", "Use a smaller one.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PublisherException(NameOf(path), 0, "The file cannot be read.", "Check its permissions.", e);
        }
    }

    /// <summary>Reads fonts and images to where the collector never moves them, for native code reads them there.</summary>
    /// <remarks>PERF: 2 MB of fonts on the heap of large objects made a cold run collect once, which took a twentieth of it.</remarks>
    private static byte[] ReadPinned(string place)
    {
        using var file = File.OpenHandle(place);
        var bytes = GC.AllocateUninitializedArray<byte>((int)RandomAccess.GetLength(file), pinned: true);
        var length = 0;
        while (RandomAccess.Read(file, bytes.AsSpan(length), length) is > 0 and var read)
        {
            length += read;
        }

        return length == bytes.Length ? bytes : bytes[..length];
    }

    /// <summary>Where a path leads once every link is followed; null if that is outside the folder.</summary>
    private string? Locate(string path)
    {
        try
        {
            var place = RealPath.Of(Path.GetFullPath(Path.Combine(_resolved, path)));
            return place.StartsWith(_resolved + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? place : null;
        }
        catch (Exception e) when (e is IOException or ArgumentException or NotSupportedException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
