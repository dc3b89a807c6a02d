using Publisher.Editions.Pdf.Objects;
using Publisher.Typesetting.Fonts;
using Publisher.Typesetting.Frames;

namespace Publisher.Editions.Pdf.Drawing;

/// <summary>
/// Writes the glyphs of a run with TJ (ISO 32000-1, 9.4.3). Where looking glyphs up does not give the text (a divided word's hyphen,
/// capitals that are small letters in the text, marks set apart), a span with ActualText around them does (14.9.4).
/// </summary>
internal ref struct GlyphLine(PdfWriter writer, GlyphRun run, FontUsage usage, FontSubset subset)
{
    private const string SoftHyphen = "\u00AD";

    private readonly double _unit = run.Size.Points / 1000;
    private readonly double _perEm = 1000.0 / run.Face.Metrics.UnitsPerEm;
    private double _wanted;
    private double _written;
    private double _rise;
    private bool _isArrayOpen;
    private bool _isStringOpen;
    private int _reading = -1;
    private int _spanStart = -1;
    private int _spanEnd;

    public void Write()
    {
        var clusters = new ClusterReader(run);
        while (clusters.Read())
        {
            var reading = ReadingAt(clusters.TextStart, clusters.Text.IsEmpty);
            if (reading >= 0)
                OpenReading(reading);
            else if (IsSpoken(clusters))
                CloseSpan();
            else
                OpenSpan(clusters);
            for (var i = clusters.Start; i < clusters.End; i++)
                WriteGlyph(run.Glyphs[i], CodeOf(run.Glyphs[i], clusters.Text.IsEmpty));
        }

        CloseArray();
        CloseSpan();
        if (_rise != 0)
            writer.Number(0).Word("Ts"u8);
    }

    // A hyphen that divides a word belongs to the stretch it ends.
    private readonly int ReadingAt(int text, bool isHyphen)
    {
        for (var i = 0; i < run.Readings.Length; i++)
        {
            var reading = run.Readings[i];
            var end = reading.Start + reading.Length;
            if (text >= reading.Start && (text < end || (isHyphen && text == end)))
                return i;
        }

        return -1;
    }

    private void OpenReading(int reading)
    {
        if (_reading == reading)
            return;
        CloseSpan();
        WriteSpan(run.Readings[reading].Text);
        _reading = reading;
    }

    private void WriteSpan(string text)
    {
        CloseArray();
        writer.Name("Span").OpenDictionary().Key("ActualText").Text(text).CloseDictionary().Word("BDC"u8);
    }

    private readonly bool IsSpoken(ClusterReader cluster)
    {
        var count = cluster.End - cluster.Start;
        if (run.Glyphs[cluster.Start].IsSubstitute)
            return false;
        if (cluster.Text.IsEmpty)
            return count == 1 && Divides(run.Glyphs[cluster.Start]);
        if (count == 1)
            return usage.SpeaksFor(run.Glyphs[cluster.Start].Id, cluster.Text);
        if (count != cluster.Text.Length || run.RightToLeft)
            return false;
        for (var i = 0; i < count; i++)
        {
            if (!usage.SpeaksFor(run.Glyphs[cluster.Start + i].Id, cluster.Text.Slice(i, 1)))
                return false;
        }

        return true;
    }

    // Neighbours that need a span share one: "STELLUNGNAHME" shown for "Stellungnahme" is one span, not twelve.
    private void OpenSpan(ClusterReader cluster)
    {
        var end = cluster.TextStart + cluster.Text.Length;
        if (_spanStart >= 0 && !cluster.Text.IsEmpty && cluster.TextStart == _spanEnd)
        {
            _spanEnd = end;
            return;
        }

        CloseSpan();
        var text = cluster.Text.IsEmpty ? SoftHyphen : run.Text[cluster.TextStart..EndOfSpan(end)];
        WriteSpan(text);
        _spanStart = cluster.TextStart;
        _spanEnd = end;
    }

    // How far the clusters go on that need a span as well.
    private readonly int EndOfSpan(int end)
    {
        var ahead = new ClusterReader(run);
        while (!run.RightToLeft && ahead.Read())
        {
            if (ahead.TextStart < end)
                continue;
            if (ahead.TextStart > end || ahead.Text.IsEmpty || IsSpoken(ahead) || ReadingAt(ahead.TextStart, isHyphen: false) >= 0)
                break;
            end = ahead.TextStart + ahead.Text.Length;
        }

        return end;
    }

    private void CloseSpan()
    {
        if (_spanStart < 0 && _reading < 0)
            return;
        CloseArray();
        writer.Word("EMC"u8);
        (_spanStart, _reading) = (-1, -1);
    }

    private readonly int CodeOf(in Glyph glyph, bool divides) =>
        divides && Divides(glyph) ? usage.DividingCode : subset.NewIds[glyph.Id];

    private readonly bool Divides(in Glyph glyph) => glyph.Id == usage.DividingGlyph && usage.DividingCode >= 0;

    private void WriteGlyph(in Glyph glyph, int id)
    {
        SetRise(glyph.YOffset.Points);
        MoveTo(_wanted + glyph.XOffset.Points);
        if (!_isArrayOpen)
            writer.OpenArray();
        if (!_isStringOpen)
            writer.Raw("("u8);
        (_isArrayOpen, _isStringOpen) = (true, true);
        writer.StringByte((byte)(id >> 8));
        writer.StringByte((byte)id);
        _written += run.Face.AdvanceOf(glyph.Id) * _perEm * _unit;
        _wanted += glyph.Advance.Points;
    }

    // Numbers of TJ are thousandths of the em, and whole ones do: what is lost by rounding is made up for at the next.
    private void MoveTo(double x)
    {
        var thousandths = (int)Math.Round((_written - x) / _unit);
        if (thousandths == 0)
            return;
        CloseString();
        if (!_isArrayOpen)
            writer.OpenArray();
        _isArrayOpen = true;
        writer.Number(thousandths);
        _written -= thousandths * _unit;
    }

    private void SetRise(double rise)
    {
        if (Math.Abs(rise - _rise) < 1e-6)
            return;
        CloseArray();
        writer.Number(rise).Word("Ts"u8);
        _rise = rise;
    }

    private void CloseString()
    {
        if (_isStringOpen)
            writer.Raw(")"u8);
        _isStringOpen = false;
    }

    private void CloseArray()
    {
        CloseString();
        if (_isArrayOpen)
            writer.CloseArray().Word("TJ"u8);
        _isArrayOpen = false;
    }
}
