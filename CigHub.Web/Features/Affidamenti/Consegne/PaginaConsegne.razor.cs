using CigHub.Domain.Common;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Consegne;

/// <summary>Hands the open work of a person who leaves over to colleagues, in one act.</summary>
public sealed partial class PaginaConsegne
{
    private Guid _id = Guid.CreateVersion7();

    /// <summary>The person whose work it is. Null when the page has to ask.</summary>
    [SupplyParameterFromQuery]
    public Guid? Da { get; set; }

    private ConsegneDetails? Scheda { get; set; }

    private IReadOnlyList<LavoroDiUnRup>? Persone { get; set; }

    private ConsegneForm Modulo { get; set; } = new();

    private string? Fatto { get; set; }

    private Guid Io => Utente!.Attore.PersonaId;

    private IReadOnlyList<(string Codice, string Parola)> Colleghi => [.. Scheda!.Colleghi.Select(c => (c.Id.ToString(), c.Parole))];

    private string NessunCollega =>
        $"{Plural.Word(Scheda!.Voci.Count, "C'è", "Ci sono")} {Plural.Of(Scheda.Voci.Count, "affidamento aperto", "affidamenti aperti")}, "
        + "ma questo Ente non ha un altro RUP: l'amministratore dell'ufficio deve prima assegnare il ruolo a chi subentra.";

    private IReadOnlyList<ConsegnaRow> PrimaDelPortale => [.. Scheda!.Voci.Where(v => v.Riassegnabile)];

    /// <summary>The Affidamenti that somebody else has in hand now. Their RUP can change afterwards.</summary>
    private IReadOnlyList<ConsegnaRow> InMano => [.. Scheda!.Voci.Where(v => !v.Riassegnabile && !v.SulPortale)];

    private IReadOnlyList<ConsegnaRow> SulPortale => [.. Scheda!.Voci.Where(v => v.SulPortale)];

    /// <summary>
    /// Says whether the user may begin <em>Sostituzione RUP</em>. The portal lets the RUP who leaves, or the RUP who takes over, begin it.
    /// </summary>
    private bool PuoSostituire => Utente!.Puo(Permission.RichiediCig) && SulPortale.Any(v => !v.SostituzioneInCorso);

    protected override async Task Carica()
    {
        Scheda = Da is { } da ? await Leggi<LavoroDaPassare, ConsegneDetails>(q => q.Esegui(da, Utente!.Attore)) : null;
        Persone = Da is null ? await Leggi<LavoroSenzaRup, IReadOnlyList<LavoroDiUnRup>>(async q => await q.Tutti(Utente!.Attore)) : null;
        if (Scheda?.Da != Da || Da is null)
        {
            Fatto = null;
        }
    }

    private Task Passa() => Once(async () =>
    {
        Fatto = null;
        var letto = Modulo.Righe(Scheda!, Io);
        if (!letto.TryGet(out var righe))
        {
            ActErrors = letto.Errors;
        }
        else if (await Run(new PassaConsegne(_id, Scheda!.Da, righe, Modulo.Motivo, Modulo.Atto), done: null) is not null)
        {
            (_id, Modulo) = (Guid.CreateVersion7(), new ConsegneForm());
            await Reload();
            var restano = Scheda?.Voci.Count ?? 0;
            Fatto = $"{Plural.Word(righe.Count, "Passato", "Passati")} {Plural.Of(righe.Count, "affidamento", "affidamenti")}.{(restano > 0
                ? $" Ne {Plural.Word(restano, "resta", "restano")} {Plural.Number(restano)}."
                : "")}";
        }
    });
}
