using CigHub.Domain.Codici;
using CigHub.Web.Common;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Codici.Errori;

/// <summary>The page with the form for the help on one error code, or on a code that has none yet.</summary>
public sealed partial class PaginaModificaAiuto
{
    /// <summary>The word that stands in the address in place of a code, for a new one.</summary>
    public const string Nuovo = "nuovo";

    private static readonly IReadOnlyList<(string, string)> _options = [.. Enum.GetValues<Rimedio>().Select(r => (r.ToString(), r.Nome()))];

    private (string Codice, Guid Id) _subject;

    /// <summary>The code, from the page's address, or <see cref="Nuovo"/>.</summary>
    [Parameter]
    public required string Codice { get; set; }

    /// <summary>The id of the office's own help: the stored one, or that of a help that is about to be saved.</summary>
    protected override Guid Subject
    {
        get
        {
            if (_subject.Codice != Codice)
            {
                _subject = (Codice, Guid.CreateVersion7());
            }

            return _subject.Id;
        }
    }

    /// <summary>The id under which the help is saved.</summary>
    private Guid? Stored { get; set; }

    protected override async Task<Saved?> ReadAgain()
    {
        var letto = await Read<DettaglioAiuto, AiutoDaModificare>(async q => await q.Run(Codice));
        if (letto is null)
        {
            return null;
        }

        Stored = letto.Id;
        return new Saved(letto.Aiuto is { } aiuto ? AiutoForm.Of(aiuto) : new AiutoForm { Codice = Codice == Nuovo ? null : Codice }, letto.Version);
    }

    private Task Save() => Save(
        new SalvaAiutoErrore(Stored ?? Subject, Form!, Version), "Aiuto salvato: da ora lo vede chi registra un rifiuto.", AppRoutes.Errori);
}
