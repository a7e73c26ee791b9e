using CigHub.Domain.Affidamenti;
using CigHub.Domain.Convenzioni;
using CigHub.Tests.Support;
using CigHub.Web.Features.Affidamenti.Nuovo;
using CigHub.Web.Features.Convenzioni.EntiCheAderiscono;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Features.Convenzioni;

public sealed class AmmettiEntiTests : VersionedCommandContract<AmmettiEnti>
{
    public override async Task Fa_cio_che_dice()
    {
        var (lotto, enti) = (Bench.Catalogo.Lotti[0], Bench.Catalogo.Enti);
        var altri = enti.Where(e => e.Id != Bench.Rup.EnteId).Take(2).ToList();
        var iniziato = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var ricevuta = await Bench.Succeeds(
            new AmmettiEnti(lotto.ConvenzioneId, $"{altri[0].CodiceFiscale}\n{altri[1].CodiceIpa} {altri[1].Denominazione}", 0), Bench.Amministratore());
        Assert.Equal(
            altri.Select(e => new EnteAmmesso(e.Id, e.Denominazione)).OrderBy(e => e.Denominazione, StringComparer.InvariantCultureIgnoreCase),
            (await Bench.Convenzione(lotto.ConvenzioneId)).EntiAmmessi!);
        var evento = await Bench.Query(db => db.Registro.SingleAsync(e => e.Seq == ricevuta.Seq));
        Assert.Equal(Azioni.EntiAmmessiCambiati, evento.Azione);
        Assert.Contains(altri[0].Denominazione, System.Text.Encoding.UTF8.GetString(evento.Byte));

        // The RUP's Ente is not in the list: nothing new begins, neither by itself nor as a copy, and what has begun stays.
        await Bench.Refuses(Convenzione.CodiceEnteNonAmmesso, Nuovo(lotto));
        await Bench.Refuses(Convenzione.CodiceEnteNonAmmesso, new CopiaAffidamento(iniziato, Guid.CreateVersion7()));
        Assert.Equal(StatoAffidamento.InLavorazione, await Bench.Query(db => db.Affidamenti.Where(a => a.Id == iniziato).Select(a => a.Stato).SingleAsync()));

        var suo = enti.Single(e => e.Id == Bench.Rup.EnteId);
        await Bench.Succeeds(new AmmettiEnti(lotto.ConvenzioneId, suo.CodiceFiscale.Valore, 1), Bench.Amministratore());
        await Bench.Succeeds(Nuovo(lotto));
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato()
    {
        foreach (var actor in new[] { Bench.Rup, Bench.Auditor, Bench.ActorOf("responsabile") })
        {
            await Bench.Refuses("accesso.negato", new AmmettiEnti(Bench.Catalogo.Convenzioni[0].Id, "c_l182", 0), actor);
        }
    }

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var (id, codice) = (await Bench.ConvenzioneCreata(), Bench.Catalogo.Enti[0].CodiceFiscale.Valore);
        var errore = await Bench.Refuses("enti-ammessi.riga", new AmmettiEnti(id, $"{codice}\nboh", 0), Bench.Amministratore());
        Assert.Equal(ElencoDiEnti.Campo, errore.Field);
        Assert.Null((await Bench.Convenzione(id)).EntiAmmessi);
        await Bench.Succeeds(new AmmettiEnti(id, codice, 0), Bench.Amministratore());
        await Bench.Refuses("convenzione.enti-gia-ammessi", new AmmettiEnti(id, codice, 1), Bench.Amministratore());
        await Bench.Refuses("dati.non-trovato", new AmmettiEnti(Guid.CreateVersion7(), codice, 0), Bench.Amministratore());
    }

    private protected override async Task<(AmmettiEnti Command, Actor Actor)> SeenNow() =>
        (new AmmettiEnti(await Bench.ConvenzioneCreata(), Bench.Catalogo.Enti[0].CodiceFiscale.Valore, 0), Bench.Amministratore());

    private NuovoAffidamento Nuovo(Lotto lotto) =>
        new(Guid.CreateVersion7(), lotto.Id, Bench.Rup.PersonaId, lotto.Fornitori[0].IdPartecipante, null);
}

public sealed class TogliEnteAmmessoTests : VersionedCommandContract<TogliEnteAmmesso>
{
    private async Task<Guid> ConDueEnti()
    {
        var id = await Bench.ConvenzioneCreata();
        await Bench.Succeeds(
            new AmmettiEnti(id, string.Join('\n', Bench.Catalogo.Enti.Take(2).Select(e => e.CodiceFiscale)), 0), Bench.Amministratore());
        return id;
    }

    public override async Task Fa_cio_che_dice()
    {
        var id = await ConDueEnti();
        await Bench.Succeeds(new TogliEnteAmmesso(id, Bench.Catalogo.Enti[0].Id, 1), Bench.Amministratore());
        Assert.Equal(Bench.Catalogo.Enti[1].Id, Assert.Single((await Bench.Convenzione(id)).EntiAmmessi!).EnteId);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato() =>
        await Bench.Refuses("accesso.negato", new TogliEnteAmmesso(await ConDueEnti(), Bench.Catalogo.Enti[0].Id, 1), Bench.Rup);

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        var id = await ConDueEnti();
        await Bench.Succeeds(new TogliEnteAmmesso(id, Bench.Catalogo.Enti[0].Id, 1), Bench.Amministratore());
        await Bench.Refuses("convenzione.ente-non-in-elenco", new TogliEnteAmmesso(id, Bench.Catalogo.Enti[0].Id, 2), Bench.Amministratore());
        await Bench.Refuses("convenzione.ultimo-ente-ammesso", new TogliEnteAmmesso(id, Bench.Catalogo.Enti[1].Id, 2), Bench.Amministratore());
        await Bench.Refuses("dati.non-trovato", new TogliEnteAmmesso(Guid.CreateVersion7(), Bench.Catalogo.Enti[0].Id, 0), Bench.Amministratore());
    }

    private protected override async Task<(TogliEnteAmmesso Command, Actor Actor)> SeenNow() =>
        (new TogliEnteAmmesso(await ConDueEnti(), Bench.Catalogo.Enti[0].Id, 1), Bench.Amministratore());
}

public sealed class AmmettiTuttiGliEntiTests : VersionedCommandContract<AmmettiTuttiGliEnti>
{
    private async Task<Guid> ConUnEnte()
    {
        var id = await Bench.ConvenzioneCreata();
        await Bench.Succeeds(new AmmettiEnti(id, Bench.Catalogo.Enti[0].CodiceFiscale.Valore, 0), Bench.Amministratore());
        return id;
    }

    public override async Task Fa_cio_che_dice()
    {
        var id = await ConUnEnte();
        await Bench.Succeeds(new AmmettiTuttiGliEnti(id, 1), Bench.Amministratore());
        Assert.Null((await Bench.Convenzione(id)).EntiAmmessi);
    }

    public override async Task Con_un_altro_ruolo_o_un_altro_Ente_e_negato() =>
        await Bench.Refuses("accesso.negato", new AmmettiTuttiGliEnti(await ConUnEnte(), 1), Bench.Rup);

    public override async Task In_uno_stato_che_non_lo_ammette_e_rifiutato()
    {
        await Bench.Refuses("convenzione.senza-elenco", new AmmettiTuttiGliEnti(await Bench.ConvenzioneCreata(), 0), Bench.Amministratore());
        await Bench.Refuses("dati.non-trovato", new AmmettiTuttiGliEnti(Guid.CreateVersion7(), 0), Bench.Amministratore());
    }

    private protected override async Task<(AmmettiTuttiGliEnti Command, Actor Actor)> SeenNow() =>
        (new AmmettiTuttiGliEnti(await ConUnEnte(), 1), Bench.Amministratore());
}
