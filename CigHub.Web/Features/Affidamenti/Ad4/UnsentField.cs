using CigHub.Domain.Affidamenti.Ad4;

namespace CigHub.Web.Features.Affidamenti.Ad4;

/// <summary>A text of one field of the scheda that this browser kept for the user who typed it.</summary>
/// <param name="At">The instant of the last key that the user pressed in the field, UTC.</param>
/// <param name="Was">The text that the scheda held when the user began to type in the field.</param>
/// <param name="Sent">The earlier texts of the field that were sent to the server and never acknowledged. The server may have saved one of
/// them.</param>
/// <param name="Version">The version of the Affidamento that the user saw.</param>
public sealed record UnsentField(string Text, DateTimeOffset At, string Was, IReadOnlyList<string>? Sent, int Version)
{
    /// <summary>Returns those of a browser's kept texts, by path, that are worth offering in an editor. None when it is read-only.</summary>
    internal static Dictionary<string, UnsentField> ToOffer(IReadOnlyDictionary<string, UnsentField> kept, BozzaEditor editor) => editor.Modificabile
        ? kept.Where(r => CatalogoAd4.Trova(r.Key) is not null && r.Value.IsNewerThan(editor.Text(r.Key))).ToDictionary()
        : [];

    /// <summary>
    /// Says whether the kept text is still worth offering to the user. Returns false when the scheda holds this text already, or holds
    /// another text that was saved after this one was typed.
    /// </summary>
    public bool IsNewerThan(string? present)
    {
        var held = present ?? "";
        return Text != held && (Was == held || Sent?.Contains(held) == true);
    }
}
