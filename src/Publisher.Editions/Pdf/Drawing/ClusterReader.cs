using Publisher.Typesetting.Frames;

namespace Publisher.Editions.Pdf.Drawing;

/// <summary>Walks the clusters of a run: the glyphs that together stand for a stretch of its text.</summary>
internal ref struct ClusterReader(GlyphRun run)
{
    private readonly ReadOnlySpan<Glyph> _glyphs = run.Glyphs.AsSpan();
    private int _next;
    private int _endOfLast = run.Text.Length;

    /// <summary>Index of the cluster's first glyph.</summary>
    public int Start { get; private set; }

    /// <summary>Index after its last glyph.</summary>
    public int End { get; private set; }

    /// <summary>Where the cluster's text begins in the run's text.</summary>
    public int TextStart { get; private set; }

    /// <summary>The cluster's text; empty for a hyphen that divides a word.</summary>
    public ReadOnlySpan<char> Text { get; private set; }

    /// <summary>Goes to the next cluster in visual order.</summary>
    public bool Read()
    {
        if (_next >= _glyphs.Length)
            return false;

        Start = _next;
        var cluster = _glyphs[_next].Cluster;
        while (_next < _glyphs.Length && _glyphs[_next].Cluster == cluster)
            _next++;
        End = _next;
        if (run.RightToLeft)
        {
            // Clusters come from the end of the text; the last one in visual order begins it.
            TextStart = cluster;
            Text = run.Text.AsSpan(cluster, Math.Max(0, _endOfLast - cluster));
            _endOfLast = cluster;
            return true;
        }

        var end = _next < _glyphs.Length ? _glyphs[_next].Cluster : run.Text.Length;
        var start = Start == 0 ? 0 : cluster;
        TextStart = start;
        Text = start < end ? run.Text.AsSpan(start, end - start) : [];
        return true;
    }
}
