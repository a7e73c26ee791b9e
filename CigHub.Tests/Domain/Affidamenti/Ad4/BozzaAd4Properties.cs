using System.Globalization;
using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti.Ad4;
using CigHub.Domain.Codici;
using CsCheck;

namespace CigHub.Tests.Domain.Affidamenti.Ad4;

/// <summary>Checks properties of the draft that hold for every field and every text, on random ones.</summary>
public class BozzaAd4Properties
{
    private static readonly CampoAd4[] _campi = [.. CatalogoAd4.Campi];
    private static readonly Gen<CampoAd4> _campo = Gen.Int[0, _campi.Length - 1].Select(i => _campi[i]);

    // Texts that users may type: correct, nearly correct, and random.
    private static readonly Gen<string> _testo = Gen.OneOf(
        Gen.String[0, 40],
        Gen.String[Gen.Char["0123456789.,-€ /%"], 0, 14],
        Gen.String.AlphaNumeric,
        Gen.Decimal[0, 1_000_000].Select(d => decimal.Round(d, 2).ToString("N2", CultureInfo.GetCultureInfo("it-IT"))),
        Gen.Date.Select(d => d.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)),
        Gen.Bool.Select(b => b ? "true" : "No"),
        Gen.Guid.Select(g => g.ToString()),
        Gen.Const(SampleSchede.Cup), Gen.Const(SampleSchede.CigPadre), Gen.Const(SampleSchede.PartitaIvaFornitore), Gen.Const("14"), Gen.Const("SI"),
        Gen.Const("90911200"), Gen.Const("ITI43"), Gen.Const("012058049"));

    private static string Concreto(CampoAd4 campo) => campo.Percorso.Replace("*", "0", StringComparison.Ordinal);

    [Fact]
    public void Cio_che_si_scrive_resta_come_scritto_oppure_si_rivede_in_una_forma_che_si_rilegge_uguale() =>
        Gen.Select(_campo, _testo).Sample((campo, testo) =>
        {
            var percorso = Concreto(campo);
            if (!BozzaAd4.Vuota.Prova(percorso, testo).TryGet(out var bozza))
            {
                return testo.Length > campo.LunghezzaMassima;
            }

            var mostrato = bozza.Testo(percorso);
            return (mostrato is null && string.IsNullOrWhiteSpace(testo))
                || (bozza.Errore(percorso) is not null && bozza.TestiNonLeggibili.ContainsKey(percorso))
                || (bozza.Errore(percorso) is null && ReferenceEquals(bozza, bozza.ConValori(percorso, mostrato))
                    && bozza.Equals(BozzaAd4.Vuota.ConValori(percorso, mostrato)));
        }, iter: 3_000);

    [Fact]
    public void Un_importo_si_rivede_al_centesimo() =>
        Gen.Long[0, 99_999_999_999_999].Sample(centesimi =>
        {
            var euro = centesimi / 100m;
            var percorso = SampleSchede.PathOf("partecipanti/0/importo");
            var bozza = BozzaAd4.Vuota.ConValori(percorso, euro.ToString("F2", CultureInfo.GetCultureInfo("it-IT")));
            return bozza.Testo(percorso) == euro.ToString("N2", CultureInfo.GetCultureInfo("it-IT"))
                && bozza.Scheda.AnacForm!.Aggiudicazioni![0].Partecipanti![0].Importo == euro;
        }, iter: 500);

    [Fact]
    public void Una_data_si_rivede_nel_giorno_scritto() =>
        Gen.Int[0, 36_000].Select(new DateOnly(1990, 1, 1).AddDays).Sample(giorno =>
        {
            var testo = giorno.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
            return BozzaAd4.Vuota.ConValori("anacForm/appalto/dataAdesione", testo).Testo("anacForm/appalto/dataAdesione") == testo;
        }, iter: 500);

    [Fact]
    public void La_colonna_del_database_rende_la_stessa_bozza() =>
        Gen.Select(_campo, _testo).Array[0, 12].Sample(scritti =>
        {
            var bozza = scritti.Aggregate(SampleSchede.Completa, (b, s) => b.Prova(Concreto(s.Item1), s.Item2).TryGet(out var dopo) ? dopo : b);
            var tornata = BozzaAd4.DaJson(bozza.Json());

            // A text of another version is written anew, and comes out the same.
            var vecchia = JsonNode.Parse(bozza.Json())!.AsObject();
            vecchia["v"] = 0;
            return tornata.Equals(bozza)
                && BozzaAd4.DaJson(vecchia.ToJsonString()).Json() == bozza.Json()
                && tornata.Json() == bozza.Json()
                && tornata.Scheda.Json() == bozza.Scheda.Json()
                && _campi.All(c => tornata.Testo(Concreto(c)) == bozza.Testo(Concreto(c)));
        }, iter: 300);

    [Fact]
    public void Cio_che_si_scrive_e_poi_si_svuota_non_lascia_altro_che_le_righe() =>
        Gen.Select(_campo, _testo).Sample((campo, testo) =>
        {
            var percorso = Concreto(campo);
            return !BozzaAd4.Vuota.Prova(percorso, testo).TryGet(out var bozza) || bozza.ConValori(percorso, "").Testo(percorso) is null;
        }, iter: 1_000);

    [Fact]
    public void Molti_campi_in_una_volta_fanno_come_uno_dopo_l_altro() =>
        Gen.Select(_campo, _testo).Array[0, 12].Sample(scritti =>
        {
            var prima = SampleSchede.Completa.Json();
            var buoni = scritti.Where(s => s.Item2.Length <= s.Item1.LunghezzaMassima)
                .Select(s => (Percorso: Concreto(s.Item1), Testo: (string?)s.Item2)).ToList();
            var uno = buoni.Aggregate(SampleSchede.Completa, (b, s) => b.ConValori(s.Percorso, s.Testo));
            return SampleSchede.Completa.ConValori(buoni).Equals(uno) && SampleSchede.Completa.Json() == prima;
        }, iter: 500);

    [Fact]
    public void Una_bozza_qualsiasi_si_controlla_senza_eccezioni_e_ogni_errore_porta_a_un_campo() =>
        Gen.Select(_campo, _testo).Array[0, 12].Sample(scritti =>
        {
            var bozza = scritti.Aggregate(SampleSchede.ConPnrr, (b, s) => b.Prova(Concreto(s.Item1), s.Item2).TryGet(out var dopo) ? dopo : b);
            return CompletezzaAd4.Controlla(bozza, ListeAnac.Fornite, SampleSchede.Oggi)
                .All(s => CatalogoAd4.Trova(s.Percorso) is not null && s.Messaggio.Length > 0);
        }, iter: 300);
}
