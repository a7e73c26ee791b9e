using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Features.Persone.RuoliENomine;
using CigHub.Web.Security;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone.RichiesteDiAccesso;

/// <summary>The page of one request for access: its content, what CigHub already knows about the person, and the decision.</summary>
public sealed partial class PaginaRichiestaDiAccesso
{
    private static readonly (string Codice, string Parola)[] Ruoli = [.. CigHub.Domain.Persone.Ruoli.Assegnabili.Select(r => (r.ToString(), r.Name()))];

    private readonly Guid _personaId = Guid.CreateVersion7();
    private readonly Guid _appartenenzaId = Guid.CreateVersion7();

    [Parameter]
    public Guid Id { get; set; }

    private RichiestaDiAccessoDetails? Details { get; set; }

    private IReadOnlyList<(string Codice, string Parola)> Enti { get; set; } = [];

    private ApprovazioneDiAccessoForm Form { get; set; } = new();

    private string? Motivo { get; set; }

    private bool Decidable => Details is { Propria: false, Richiesta.Stato: StatoRichiestaAccesso.InAttesa };

    protected override async Task LoadAsync()
    {
        var prima = Details?.Richiesta.Id;
        Details = await Read<DettaglioRichiestaDiAccesso, RichiestaDiAccessoDetails>(q => q.Run(Id, User!.Actor));
        if (Details is null)
        {
            return;
        }

        Enti = [(RuoloForm.TuttiGliEnti, "Tutti gli Enti, o l'ufficio"), .. Details.Enti.Select(e => (e.Id.ToString(), e.Denominazione))];

        // A second reading of the page keeps what the user typed.
        Form = prima == Id ? Form : ApprovazioneDiAccessoForm.Of(Details);
    }

    private Task Approva() => Act(
        new ApprovaRichiestaDiAccesso(Id, _personaId, _appartenenzaId, Form, Details!.Richiesta.Version), OfficeOutcomeWords.RichiestaApprovata);

    private Task Respingi() => Act(new RespingiRichiestaDiAccesso(Id, Motivo, Details!.Richiesta.Version), OfficeOutcomeWords.RichiestaRespinta);
}
