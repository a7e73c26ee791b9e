using CigHub.Tests.Support;
using CigHub.Web.Components.Forms;
using CigHub.Web.Demo.Dimostrazione;
using CigHub.Web.Features.Convenzioni.CapienzaEMassimale;
using CigHub.Web.Features.Convenzioni.UnaConvenzione;
using CigHub.Web.Features.Convenzioni.UnLotto;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Features.Convenzioni;

/// <summary>Forms of the catalogue, filled in as an Amministratore would. A test changes one field.</summary>
internal static class SampleCatalogo
{
    public static Actor Amministratore(this TestBench bench) => bench.ActorOf("amministratore");

    public static ConvenzioneForm Convenzione() => new()
    {
        Titolo = "Arredi scolastici – ed. 1",
        Disciplina = nameof(CigHub.Domain.Convenzioni.DisciplinaApplicabile.Dlgs36Del2023),
        DataBando = "15/10/2023",
        AdesioniDal = "1/6/2026",
        AdesioniAl = "31/05/2027",
        ConfrontoCompetitivo = "",
        Erosione = nameof(CigHub.Domain.Convenzioni.ErosioneMassimale.NettoConSicurezza),
        OrdineMinimo = "5.000,00",
        DurataMassimaMesi = "24",
        OpzioniPreviste = "",
        QuintoPrevisto = InputField.Yes,
    };

    public static string Cig(int numero) => InventedCodes.Cig('B', 0x7A0000 + numero).Valore;

    /// <summary>Returns the form of a Lotto with two aggiudicatari: a raggruppamento with 60 % and a single fornitore with 40 %.</summary>
    public static LottoForm Lotto(int numero = 1, string? cig = null) => new()
    {
        Numero = $"{numero}",
        Oggetto = "Banchi e sedie per le scuole",
        CigPadre = cig ?? Cig(numero),
        Massimale = "1.000.000,00",
        AttoMassimale = "Contratto di convenzione del 20/05/2026",
        OggettoContratto = "supplies",
        Cpv = "39160000",
        Categoria = "FB",
        Ccnl = "G01",
        Nuts = "ITI43",
        DataAggiudicazione = "10/04/2026",
        Aggiudicatari = [Raggruppamento("60"), Solo("40", 93)],
    };

    public static AggiudicatarioForm Solo(string? quota, int numero)
    {
        var solo = AggiudicatarioForm.Nuovo();
        solo.Quota = quota;
        (solo.Membri[0].Denominazione, solo.Membri[0].CodiceFiscale) = ($"Operatore {numero} S.r.l.", CodiceFiscale(numero));
        return solo;
    }

    public static AggiudicatarioForm Raggruppamento(string? quota)
    {
        var insieme = Solo(quota, 91);
        insieme.AggiungiMembro();
        (insieme.Membri[1].Denominazione, insieme.Membri[1].CodiceFiscale) = ("Operatore 92 S.n.c.", CodiceFiscale(92));
        return insieme;
    }

    public static AttoSulLottoForm Atto(string importo) =>
        new() { Importo = importo, Descrizione = "Determinazione dirigenziale n. 123", Data = "20/11/2026", Protocollo = "2026/9876" };

    public static string CodiceFiscale(int numero) => InventedCodes.PartitaIva(numero).Valore;

    public static async Task<Guid> ConvenzioneCreata(this TestBench bench, ConvenzioneForm? form = null)
    {
        var id = Guid.CreateVersion7();
        await bench.Succeeds(new SalvaConvenzione(id, form ?? Convenzione(), null), bench.Amministratore());
        return id;
    }

    public static async Task<Guid> LottoCreato(this TestBench bench, ConvenzioneForm? convenzione = null, LottoForm? form = null)
    {
        var id = Guid.CreateVersion7();
        await bench.Succeeds(new SalvaLotto(id, await bench.ConvenzioneCreata(convenzione), form ?? Lotto(), null), bench.Amministratore());
        return id;
    }

    public static Task<CigHub.Domain.Convenzioni.Convenzione> Convenzione(this TestBench bench, Guid id) =>
        bench.Query(db => db.Convenzioni.AsNoTracking().SingleAsync(c => c.Id == id));

    public static Task<CigHub.Domain.Convenzioni.Lotto> Lotto(this TestBench bench, Guid id) =>
        bench.Query(db => db.Lotti.AsNoTracking().SingleAsync(l => l.Id == id));

    public static Task<CigHub.Domain.Convenzioni.Capienza> Capienza(this TestBench bench, Guid lottoId) =>
        bench.Query(db => db.Capienze.AsNoTracking().SingleAsync(c => c.LottoId == lottoId));
}
