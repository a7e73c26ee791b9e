using CigHub.Domain.Persone;
using CigHub.Web.Security;
using CigHub.Web.WritePath;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Persone;

/// <summary>A person, what she may do and where; roles are given and taken here.</summary>
public sealed partial class PaginaPersona
{
    private static readonly (string Codice, string Parola)[] Ruoli = [.. Enum.GetValues<Ruolo>().Select(r => (r.ToString(), r.Nome()))];

    private Guid _nuovoId = Guid.CreateVersion7();

    [Parameter]
    public Guid Id { get; set; }

    private SchedaPersona? Scheda { get; set; }

    private bool Gestisce => Utente!.Puo(Permission.GestisciCatalogo);

    private IReadOnlyList<(string Codice, string Parola)> Enti { get; set; } = [];

    private ModuloRuolo Nuovo { get; set; } = new();

    /// <summary>The role whose end is being asked for.</summary>
    private Guid? DaTogliere { get; set; }

    private bool StaFacendo { get; set; }

    protected override async Task Carica()
    {
        Scheda = await Leggi<DettaglioPersona, SchedaPersona>(q => q.Esegui(Id, Utente!.Attore));
        if (Scheda is not null)
        {
            Enti = [(ModuloRuolo.TuttiGliEnti, "Tutti gli Enti, o l'ufficio"), .. Scheda.Enti.Select(e => (e.Id.ToString(), e.Denominazione))];
            Nuovo.Dal ??= OraItaliana.Testo(Scheda.Oggi);
        }
    }

    private void ChiediDiTogliere(Guid ruolo) => (DaTogliere, Errori) = (ruolo, []);

    private async Task Assegna()
    {
        if (await Fai(new AssegnaRuolo(_nuovoId, Id, Nuovo, Scheda!.Persona.Version), ParoleDellUfficio.RuoloAssegnato))
        {
            (_nuovoId, Nuovo) = (Guid.CreateVersion7(), new ModuloRuolo { Dal = Scheda is null ? null : OraItaliana.Testo(Scheda.Oggi) });
        }
    }

    private async Task Togli((string? Fino, string? Motivo) fine)
    {
        if (DaTogliere is { } ruolo && await Fai(new TogliRuolo(ruolo, Id, fine.Fino, Scheda!.Persona.Version, fine.Motivo), ParoleDellUfficio.RuoloTolto))
        {
            DaTogliere = null;
        }
    }

    private Task Disattiva(string? motivo) => Fai(new DisattivaPersona(Id, motivo, Scheda!.Persona.Version), ParoleDellUfficio.PersonaDisattivata);

    private Task<bool> ChiudiSessioni(string? motivo) => Fai(new ChiudiSessioni(Id, motivo, Scheda!.Persona.Version), ParoleDellUfficio.SessioniChiuse);

    private Task Riattiva() => Fai(new RiattivaPersona(Id, Scheda!.Persona.Version), ParoleDellUfficio.PersonaRiattivata);

    private Task Scollega(string? motivo) => Fai(new ScollegaIdentita(Id, motivo, Scheda!.Persona.Version), ParoleDellUfficio.IdentitaScollegata);

    /// <summary>Acts, and shows what is there now, also after a refusal; why it was refused and what was typed stay on screen.</summary>
    private async Task<bool> Fai<TCommand>(TCommand command, string done)
        where TCommand : ICommand
    {
        StaFacendo = true;
        var fatto = await Esegui(command, done);
        var errori = Errori;
        await Carica();
        Errori = errori.Count > 0 ? errori : Errori;
        StaFacendo = false;

        // A part of the page calls this as a function: nobody else would show what was refused.
        StateHasChanged();
        return fatto;
    }
}
