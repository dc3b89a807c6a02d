using System.Globalization;
using Publisher.Sources.PlainText.Paragraphs;

namespace Publisher.Score;

/// <summary>
/// Fits the weights of the paragraph model: one after the other is moved up or down as long as that helps, in ever smaller steps. The same
/// is done for each fold of documents left out, to see how well such weights do on documents they were not fitted to.
/// </summary>
internal static class Fit
{
    private const int Folds = 4;

    // Weights may stray from where they are if that earns something.
    private const double Inertia = 2e-5;

    private static readonly double[] Steps = [0.6, 0.3, 0.15];

    /// <summary>Prints the fitted weights.</summary>
    public static int Run(string corpus)
    {
        var texts = LabelledText.Read(corpus);
        var documents = texts.Select(text => text.Document).Distinct().ToList();
        Console.WriteLine(Line($"{texts.Count} texts of {documents.Count} documents; now {Mean(texts, ParagraphWeights.Fitted):0.0000}"));
        for (var fold = 0; fold < Folds; fold++)
        {
            var isLeftOut = documents.Where((_, i) => i % Folds == fold).ToHashSet();
            var rest = texts.Where(text => !isLeftOut.Contains(text.Document)).ToList();
            var leftOut = texts.Where(text => isLeftOut.Contains(text.Document)).ToList();
            var weights = Best(rest);
            Console.WriteLine(Line($"fold {fold + 1}: fitted to the others {Mean(rest, weights):0.0000}; left out {Mean(leftOut, ParagraphWeights.Fitted):0.0000} now, {Mean(leftOut, weights):0.0000} fitted"));
        }

        var fitted = Best(texts);
        Console.WriteLine(Line($"all: {Mean(texts, fitted):0.0000}"));
        foreach (var evidence in Enum.GetValues<ParagraphEvidence>())
        {
            Console.WriteLine(Line($"{evidence,-22}{ParagraphWeights.Fitted[evidence],8:0.00}{fitted[evidence],8:0.00}"));
        }

        return 0;
    }

    private static ParagraphWeights Best(List<LabelledText> texts)
    {
        var weights = ParagraphWeights.Fitted;
        var best = Value(texts, weights);
        foreach (var step in Steps)
        {
            foreach (var evidence in Enum.GetValues<ParagraphEvidence>())
            {
                foreach (var move in new[] { step, -step })
                {
                    while (weights.With(evidence, weights[evidence] + move) is var moved && Value(texts, moved) is var value && value > best)
                    {
                        (weights, best) = (moved, value);
                    }
                }
            }
        }

        return weights;
    }

    private static double Value(List<LabelledText> texts, ParagraphWeights weights) =>
        Mean(texts, weights) - (Inertia * Enum.GetValues<ParagraphEvidence>().Sum(evidence => Math.Pow(weights[evidence] - ParagraphWeights.Fitted[evidence], 2)));

    private static double Mean(List<LabelledText> texts, ParagraphWeights weights) => texts.AsParallel().AsOrdered().Select(text => text.Measure(weights)).Average();

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
