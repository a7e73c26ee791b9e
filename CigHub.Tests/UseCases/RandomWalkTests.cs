using CigHub.Domain.Affidamenti;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;
using CigHub.Tests.Features.Affidamenti.Fascicolo;
using CigHub.Tests.Support;
using CigHub.Web.Demo.Dimostrazione;
using CigHub.Web.Features.Affidamenti.Ad4;
using CigHub.Web.Features.Affidamenti.Conferme;
using CigHub.Web.Features.Affidamenti.DopoIlCig;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.Features.Affidamenti.Nuovo;
using CigHub.Web.Features.Affidamenti.RichiestaCig;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace CigHub.Tests.UseCases;

/// <summary>
/// Runs commands in random order, valid and invalid ones. The totals of the Lotto must add up after each command, and the registro must
/// pass its verification at the end.
/// </summary>
public sealed class RandomWalkTests(ITestOutputHelper uscita) : WithBench
{
    private const int Passi = 200;
    private const int Lotto = 2;
    private static readonly string Voce = PercorsoAd4.QuadroEconomico(0, "impForniture");

    private static readonly AzioneAffidamento[] _azioni =
    [
        // The excluded actions do not change any amount.
        .. Enum.GetValues<AzioneAffidamento>().Except([
            AzioneAffidamento.Elimina, AzioneAffidamento.AssegnaRup, AzioneAffidamento.ConfermaRilettura, AzioneAffidamento.ModificaFascicolo,
            AzioneAffidamento.RegistraDatiPortale, AzioneAffidamento.Ripristina, AzioneAffidamento.GestisciListaAttesa,
            AzioneAffidamento.RegistraDaElenco, AzioneAffidamento.AvviaSostituzioneRup, AzioneAffidamento.InviaPerApprovazione, AzioneAffidamento.Approva,
            AzioneAffidamento.Restituisci, AzioneAffidamento.RegistraCigInPiu, AzioneAffidamento.AnnullaCigInPiu]),
    ];

    private readonly HashSet<string> _riusciti = [];
    private readonly List<Guid> _affidamenti = [];
    private int _cig;

    [Fact]
    public Task Qualunque_cosa_si_faccia_i_totali_restano_le_somme() => Walk(3);

    [Theory]
    [LongRun(typeof(RandomWalkTests), "the walks of other seeds")]
    [InlineData(7)]
    [InlineData(11)]
    [InlineData(20)]
    public Task Anche_per_altre_strade_i_totali_restano_le_somme(int seme) => Walk(seme);

    private async Task Walk(int seme)
    {
        var (caso, atti) = (new Random(seme), new Random(seme));
        for (var i = 0; i < 4; i++)
        {
            _affidamenti.Add(await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale, Lotto, "4000,00"));
        }

        var rifiutati = 0;
        using var commits = Bench.WatchCommits();
        for (var passo = 0; passo < Passi; passo++)
        {
            var id = _affidamenti[caso.Next(_affidamenti.Count)];
            var esito = await Atto(caso, id);
            var written = commits.Committed();
            if (esito is { IsSuccess: false })
            {
                rifiutati++;
                Assert.False(written);
            }

            if (passo % 4 == 0)
            {
                await Fascicolo(atti, await Bench.ReadAgain(id));
                written |= commits.Committed();
            }

            // What was not written says what it said after the step before.
            if (written)
            {
                Bench.TotaliUgualiAlleSomme();
                Bench.ConfermeUgualiAlleRighe();
                Bench.CopieUgualiAiDati();
            }
        }

        await Bench.RegistroIntegro();
        uscita.WriteLine($"{Passi} acts, {rifiutati} refused; done: {string.Join(", ", _riusciti.Order())}");

        // A walk in which every act is refused would prove nothing.
        Assert.Superset(
            new HashSet<string> { nameof(AvviaRichiestaCig), nameof(RegistraCigDerivato),
                nameof(Capienza), nameof(AvviaModifica), nameof(AccettaOperazione), nameof(AggiungiAtto), nameof(RimuoviAtto),
                nameof(RegistraRisposta), nameof(LiberaCapienza) },
            _riusciti);
        Assert.True(_riusciti.Overlaps([nameof(RegistraRifiuto), nameof(SegnaNonInviata)]), "No request ended without a CIG.");
        Assert.InRange(rifiutati, 20, Passi - 40);
    }

    private async Task<Result?> Atto(Random caso, Guid id)
    {
        var a = await Bench.ReadAgain(id);

        // Mostly acts that the state allows, otherwise any act, so that valid and invalid acts are both frequent.
        var ammesse = _azioni.Where(x => Transizioni.Ammessa(a.Stato, x)).ToList();
        return caso.Next(10) switch
        {
            0 => await AltreAdesioni(Importo.DaCentesimi(caso.Next(-400_000, 400_000) | 1)),
            1 => await Prova(new CopiaAffidamento(id, _affidamenti.First(altro => altro != id))),
            2 => await Prova(new AvviaRichiestaCig(id, a.Version - 1, DichiarazioneConflitto.VersioneTesto)),
            3 or 4 or 5 => await Compi(caso, a, _azioni[caso.Next(_azioni.Length)]),
            _ when ammesse.Count == 0 => await Copy(id),
            _ => await Compi(caso, a, ammesse[caso.Next(ammesse.Count)]),
        };
    }

    /// <summary>Adds an act of any kind to the fascicolo, or removes one. The worklists depend on which acts are there.</summary>
    private async Task<Result?> Fascicolo(Random caso, Affidamento a)
    {
        var atti = Bench.Rows($"SELECT \"Id\" FROM \"Atti\" WHERE \"AffidamentoId\" = '{a.Id.ToString().ToUpperInvariant()}'");
        if (atti.Count > 0 && caso.Next(3) == 0)
        {
            return await Prova(new RimuoviAtto(a.Id, Guid.Parse((string)atti[caso.Next(atti.Count)][0]!), a.Version));
        }

        var tipi = new[] { TipoAtto.DeterminaDiAdesione, TipoAtto.OrdinativoDiAdesione, TipoAtto.Pubblicazione };
        var form = SampleFiles.Act();
        form.Tipo = $"{tipi[caso.Next(tipi.Length)]}";
        return await Prova(new AggiungiAtto(a.Id, Guid.CreateVersion7(), form, a.Version));
    }

    private async Task<Result?> Compi(Random caso, Affidamento a, AzioneAffidamento azione) => azione switch
    {
        AzioneAffidamento.ModificaBozza =>
            await Prova(new SalvaBozza(a.Id, [new ModificaCampo(Voce, $"{caso.Next(1, 6000)},{caso.Next(100):00}", a.Bozza.Testo(Voce))])),
        AzioneAffidamento.GestisciConferma => await Conferma(caso, a),
        AzioneAffidamento.SegnaPronto => await Prova(new SegnaPronto(a.Id, a.Version, Dichiarazione: DichiarazioneConflitto.VersioneTesto)),
        AzioneAffidamento.RiportaInLavorazione => await Prova(new RiportaInLavorazione(a.Id, a.Version)),
        AzioneAffidamento.AvviaRichiesta => await Avvia(a),
        AzioneAffidamento.RegistraCig =>
            await Prova(new RegistraCigDerivato(a.Id, a.Aggiudicazioni[0].Id, InventedCodes.Cig('B', 0x111111 + _cig++).Valore, a.Version)),
        AzioneAffidamento.RegistraRifiuto => await Prova(new RegistraRifiuto(a.Id, "ERR98", a.Version)),
        AzioneAffidamento.AvviaModifica => await Prova(new AvviaModifica(a.Id, Guid.CreateVersion7(), a.Aggiudicazioni[0].Id,
            new ModificaForm { Importo = $"{caso.Next(1, 9000)},{caso.Next(100):00}" }, a.Version)),
        AzioneAffidamento.AvviaAnnullamento => await Prova(new AvviaAnnullamento(a.Id, Guid.CreateVersion7(), a.Aggiudicazioni[0].Id, a.Version)),
        AzioneAffidamento.ChiudiOperazione => await Chiudi(caso, a, a.Operazioni.FirstOrDefault(o => o.Aperta)?.Id ?? Guid.CreateVersion7()),
        AzioneAffidamento.SegnaNonInviata => await Prova(new SegnaNonInviata(a.Id, a.Version)),
        AzioneAffidamento.SegnaEsitoDaVerificare => await Prova(new SegnaEsitoDaVerificare(a.Id, a.Version)),
        AzioneAffidamento.ConfermaNonRisulta => await Prova(new ConfermaNonRisulta(
            a.Id, SguardoForm.With(Bench.Clock.GetUtcNow().UtcDateTime, TrovatoInElenco.Assente), a.Version)),
        AzioneAffidamento.RitiraAnnullamento => await Prova(new RitiraAnnullamento(
            a.Id, Guid.CreateVersion7(), a.Aggiudicazioni[0].Id, new RipresaForm { Motivo = "Serve ancora", Numero = "7", Data = "20/11/2026" }, a.Version)),
        _ => throw new ArgumentOutOfRangeException(nameof(azione), azione, null),
    };

    /// <summary>Records CMRC's confirmation of any amount, often above the residuo, or frees the one that is in force.</summary>
    private async Task<Result?> Conferma(Random caso, Affidamento a) => caso.Next(4) == 0
        ? await Prova(new LiberaCapienza(a.Id, "non serve più", a.Version))
        : await Prova(new RegistraRisposta(
            a.Id, Guid.CreateVersion7(), SampleFiles.Confirm($"{caso.Next(1, 9000)},{caso.Next(100):00}", $"{caso.Next(25, 29)}/11/2026"), a.Version));

    /// <summary>Looks into the portal's list first where the last request was refused, as the rule wants.</summary>
    private async Task<Result?> Avvia(Affidamento a)
    {
        return a.TentativoDaGuardare is null
            ? await Prova(new AvviaRichiestaCig(a.Id, a.Version, DichiarazioneConflitto.VersioneTesto))
            : await Prova(new ConfermaNonRisulta(a.Id, SguardoForm.With(Bench.Clock.GetUtcNow().UtcDateTime, TrovatoInElenco.Assente), a.Version));
    }

    private async Task<Result?> Chiudi(Random caso, Affidamento a, Guid operazione) => caso.Next(4) switch
    {
        0 => await Prova(new AbbandonaOperazione(a.Id, operazione, a.Version)),
        1 => await Prova(new RifiutaOperazione(a.Id, operazione, "Operazione non ammessa", a.Version)),
        _ => await Prova(new AccettaOperazione(a.Id, operazione, a.Version)),
    };

    /// <summary>
    /// Copies an Affidamento that can no longer change and puts the copy in its place, so that the walk does not run out of Affidamenti.
    /// Returns the outcome of the copy.
    /// </summary>
    private async Task<Result?> Copy(Guid id)
    {
        var copia = Guid.CreateVersion7();
        var esito = await Prova(new CopiaAffidamento(id, copia));
        await Bench.Succeeds(new SalvaBozza(copia, [new ModificaCampo(PercorsoAd4.DataAdesione, "24/11/2026", null)]));
        _affidamenti[_affidamenti.IndexOf(id)] = copia;
        return esito;
    }

    private async Task<Result?> Prova<TCommand>(TCommand command)
        where TCommand : ICommand
    {
        var esito = await Bench.Run(command);
        if (esito.IsSuccess)
        {
            _riusciti.Add(typeof(TCommand).Name);
        }

        return esito;
    }

    /// <summary>
    /// Records altre adesioni, as the Soggetto Aggregatore communicates them. Such a communication is a fact, so it is recorded even when
    /// it exceeds the massimale.
    /// </summary>
    private async Task<Result?> AltreAdesioni(Importo importo)
    {
        var lottoId = Bench.Catalogo.Lotti[Lotto].Id;
        await Bench.Services.GetRequiredService<SystemWriter>().Write(async db =>
        {
            var capienza = await db.Capienze.SingleAsync(c => c.LottoId == lottoId);
            db.Movimenti.Add(capienza.RegistraAltreAdesioni(
                importo, new AttoDiRiferimento("Comunicazione", new DateOnly(2026, 11, 1), "prot. 1"), TestBench.Now.UtcDateTime).Value);
            return Events.Of(new EventToWrite(Azioni.CatalogoCaricato, Oggetti.Lotto, lottoId, null));
        });
        _riusciti.Add(nameof(Capienza));
        return null;
    }
}
