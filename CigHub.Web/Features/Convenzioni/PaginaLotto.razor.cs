using CigHub.Domain.Codici;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Features.Codici;
using CigHub.Web.Security;
using CigHub.Web.WritePath;
using Microsoft.AspNetCore.Components;

namespace CigHub.Web.Features.Convenzioni;

/// <summary>A Lotto with its ledger: what is taken, reserved and left, by which movements; for the office also the acts that change it.</summary>
public sealed partial class PaginaLotto
{
    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required ListeInVigore InVigore { get; init; }

    [Parameter]
    public Guid Id { get; set; }

    private SchedaLotto? Scheda { get; set; }

    private RaccoltaListe Liste => InVigore.Correnti;

    private Lotto Lotto => Scheda!.Lotto;

    private bool Gestisce => Utente!.Puo(Permission.GestisciCatalogo);

    private Apertura Stato => Apertura.Di(Scheda!.Convenzione, Lotto, Clock.Oggi());

    private bool Occupato { get; set; }

    protected override async Task Carica() => Scheda = await Leggi<DettaglioLotto, SchedaLotto>(q => q.Esegui(Id));

    private Task Chiudi() => Cambia(new ChiudiLotto(Id, Lotto.Version), ParoleDellUfficio.LottoChiuso);

    private Task Riapri() => Cambia(new RiapriLotto(Id, Lotto.Version), ParoleDellUfficio.LottoRiaperto);

    private async Task Cambia<TCommand>(TCommand command, string done)
        where TCommand : ICommand
    {
        if (Occupato)
        {
            return;
        }

        Occupato = true;
        if (await Esegui(command, done))
        {
            await Carica();
        }

        Occupato = false;
    }

    private Task<IReadOnlyList<Error>> Varia(ModuloAtto modulo) => Movimenta(new VariaMassimale(Id, modulo));

    private Task<IReadOnlyList<Error>> Registra(ModuloAtto modulo) => Movimenta(new RegistraAltreAdesioni(Id, modulo));

    /// <summary>The errors belong to the form that acted, not to the page.</summary>
    private async Task<IReadOnlyList<Error>> Movimenta<TCommand>(TCommand command)
        where TCommand : ICommand
    {
        var esito = await Runner.Esegui(command, Utente!.Attore);
        await Answered(esito.IsSuccess);
        if (esito.IsSuccess)
        {
            await Carica();
            StateHasChanged();
        }

        return esito.Errors;
    }
}
