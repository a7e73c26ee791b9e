using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Features.Persone.RuoliENomine;
using CigHub.Web.Security;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone.RichiesteDiAccesso;

/// <summary>Page of one request for access: its content, the data that CigHub already has, and the decision.</summary>
public sealed partial class PaginaRichiestaDiAccesso
{
    private static readonly (string Codice, string Parola)[] Ruoli = [.. Enum.GetValues<Ruolo>().Select(r => (r.ToString(), r.Nome()))];

    private readonly Guid _personaId = Guid.CreateVersion7();
    private readonly Guid _appartenenzaId = Guid.CreateVersion7();

    [Parameter]
    public Guid Id { get; set; }

    private RichiestaDiAccessoDetails? Scheda { get; set; }

    private IReadOnlyList<(string Codice, string Parola)> Enti { get; set; } = [];

    private ApprovazioneDiAccessoForm Modulo { get; set; } = new();

    private string? Motivo { get; set; }

    private bool Decidable => Scheda is { Propria: false, Richiesta.Stato: StatoRichiestaAccesso.InAttesa };

    protected override async Task Carica()
    {
        var prima = Scheda?.Richiesta.Id;
        Scheda = await Leggi<DettaglioRichiestaDiAccesso, RichiestaDiAccessoDetails>(q => q.Esegui(Id, Utente!.Attore));
        if (Scheda is null)
        {
            return;
        }

        Enti = [(RuoloForm.TuttiGliEnti, "Tutti gli Enti, o l'ufficio"), .. Scheda.Enti.Select(e => (e.Id.ToString(), e.Denominazione))];

        // A second reading of the page keeps what the user typed.
        Modulo = prima == Id ? Modulo : ApprovazioneDiAccessoForm.Di(Scheda);
    }

    private Task Approva() => Act(
        new ApprovaRichiestaDiAccesso(Id, _personaId, _appartenenzaId, Modulo, Scheda!.Richiesta.Version), OfficeOutcomeWords.RichiestaApprovata);

    private Task Respingi() => Act(new RespingiRichiestaDiAccesso(Id, Motivo, Scheda!.Richiesta.Version), OfficeOutcomeWords.RichiestaRespinta);
}
