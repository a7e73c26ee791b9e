namespace CigHub.Web.Features.Affidamenti.Ad4;

/// <summary>A text of one field of the scheda that this browser kept for the user who typed it.</summary>
/// <param name="At">The instant of the last key, UTC.</param>
/// <param name="Was">The text that the scheda held when the user began to type in the field.</param>
/// <param name="Sent">The earlier texts that left for the server and got no answer. The server may have saved one of them.</param>
/// <param name="Version">The version of the Affidamento that the user saw.</param>
public sealed record UnsentField(string Text, DateTimeOffset At, string Was, IReadOnlyList<string>? Sent, int Version)
{
    /// <summary>Returns false when the scheda holds this text already, or holds another text that was saved after this one was typed.</summary>
    public bool IsNewerThan(string? present)
    {
        var held = present ?? "";
        return Text != held && (Was == held || Sent?.Contains(held) == true);
    }
}
