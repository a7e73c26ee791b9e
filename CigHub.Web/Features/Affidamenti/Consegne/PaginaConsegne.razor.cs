using CigHub.Domain.Common;
using CigHub.Web.Common;
using CigHub.Web.UseCases;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Affidamenti.Consegne;

/// <summary>
/// The page of a passaggio di consegne: the user hands the open work of a person who leaves over to colleagues, in one act.
/// </summary>
public sealed partial class PaginaConsegne
{
    private Guid _id = Guid.CreateVersion7();

    /// <summary>The person whose work is handed over. Null when the address names nobody, and the page asks.</summary>
    [SupplyParameterFromQuery]
    public Guid? Da { get; set; }

    private ConsegneDetails? Details { get; set; }

    private IReadOnlyList<LavoroDiUnRup>? Persone { get; set; }

    private ConsegneForm Form { get; set; } = new();

    private string? Fatto { get; set; }

    private Guid Io => User!.Actor.PersonaId;

    private IReadOnlyList<(string Codice, string Parola)> Colleghi => [.. Details!.Colleghi.Select(c => (c.Id.ToString(), c.Parole))];

    private string NessunCollega =>
        $"{Plural.Word(Details!.Totale, "C'è", "Ci sono")} {CappedCount.Number(Details.Totale)} "
        + $"{Plural.Word(Details.Totale, "affidamento aperto", "affidamenti aperti")}, "
        + "ma questo Ente non ha un altro RUP: l'amministratore dell'ufficio deve prima assegnare il ruolo a chi subentra.";

    private IReadOnlyList<ConsegnaRow> PrimaDelPortale => [.. Details!.Voci.Where(v => v.Riassegnabile)];

    /// <summary>
    /// The open Affidamenti whose state allows neither a reassignment nor a <em>Sostituzione RUP</em> now. Empty with the present states,
    /// because each state of open work allows one of the two.
    /// </summary>
    private IReadOnlyList<ConsegnaRow> InMano => [.. Details!.Voci.Where(v => !v.Riassegnabile && !v.SulPortale)];

    private IReadOnlyList<ConsegnaRow> SulPortale => [.. Details!.Voci.Where(v => v.SulPortale)];

    /// <summary>
    /// Says whether the user may begin a <em>Sostituzione RUP</em> here. The portal lets only the RUP who leaves, or the RUP who takes
    /// over, begin it.
    /// </summary>
    private bool PuoSostituire => User!.May(Permission.RichiediCig) && SulPortale.Any(v => !v.SostituzioneInCorso);

    protected override async Task LoadAsync()
    {
        Details = Da is { } da ? await Read<LavoroDaPassare, ConsegneDetails>(q => q.Run(da, User!.Actor)) : null;
        Persone = Da is null ? await Read<LavoroSenzaRup, IReadOnlyList<LavoroDiUnRup>>(async q => await q.All(User!.Actor)) : null;
        if (Details?.Da != Da || Da is null)
        {
            Fatto = null;
        }
    }

    private Task Passa() => Once(async () =>
    {
        Fatto = null;
        var letto = Form.Rows(Details!, Io);
        if (!letto.TryGet(out var righe))
        {
            ActErrors = letto.Errors;
        }
        else if (await Run(new PassaConsegne(_id, Details!.Da, righe, Form.Motivo, Form.Atto), done: null) is not null)
        {
            (_id, Form) = (Guid.CreateVersion7(), new ConsegneForm());
            await Reload();
            var restano = Details?.Totale ?? 0;
            Fatto = $"{Plural.Word(righe.Count, "Passato", "Passati")} {Plural.Of(righe.Count, "affidamento", "affidamenti")}.{(restano > 0
                ? $" Ne {Plural.Word(restano, "resta", "restano")} {CappedCount.Number(restano)}."
                : "")}";
        }
    });
}
