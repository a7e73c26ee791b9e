using CigHub.Domain.Persone;

namespace CigHub.Tests.Domain.Persone;

/// <summary>
/// Checks the rules about declarations and declared conflicts of interest (art. 16 D.Lgs. 36/2023): once for each supplier and Convenzione,
/// and a decision by somebody else.
/// </summary>
public sealed class DichiarazioneConflittoTests
{
    private static readonly DateOnly _oggi = new(2026, 11, 24);
    private static readonly DateTime _utc = new(2026, 11, 24, 9, 0, 0, DateTimeKind.Utc);
    private static readonly FornitoreDichiarato _nitida = new("01234567890", "Nitida Ambiente S.r.l.");
    private static readonly FornitoreDichiarato _carta = new("09876543210", "Carta Tiburtina S.p.A.");
    private static readonly Guid _rup = Guid.CreateVersion7();
    private static readonly Guid _responsabile = Guid.CreateVersion7();
    private static readonly Guid _collega = Guid.CreateVersion7();

    [Fact]
    public void Si_dichiara_una_volta_per_fornitore_e_non_si_chiede_piu_finche_vale()
    {
        Assert.Equal("conflitto.da-dichiarare", Codice(DichiarazioneConflitto.Giudica([_nitida], [], null, _oggi)));
        Assert.Equal([_nitida], DichiarazioneConflitto.Giudica([_nitida], [], DichiarazioneConflitto.VersioneTesto, _oggi).Value);
        Assert.Empty(DichiarazioneConflitto.Giudica([_nitida], [Nessuno(_nitida)], null, _oggi).Value);
    }

    [Fact]
    public void Di_un_altro_fornitore_si_dichiara_a_parte()
    {
        Assert.Equal("conflitto.da-dichiarare", Codice(DichiarazioneConflitto.Giudica([_nitida, _carta], [Nessuno(_nitida)], null, _oggi)));
        var nuovi = DichiarazioneConflitto.Giudica([_nitida, _carta], [Nessuno(_nitida)], DichiarazioneConflitto.VersioneTesto, _oggi);
        Assert.Equal([_carta], nuovi.Value);
    }

    [Fact]
    public void Vale_fino_all_ultimo_giorno_compreso()
    {
        var ultimo = _oggi.AddDays(30);
        Assert.Empty(DichiarazioneConflitto.Giudica([_nitida], [Nessuno(_nitida, ultimo)], null, ultimo).Value);
        Assert.Equal("conflitto.da-dichiarare", Codice(DichiarazioneConflitto.Giudica([_nitida], [Nessuno(_nitida, ultimo)], null, ultimo.AddDays(1))));
    }

    [Fact]
    public void Un_testo_che_e_cambiato_si_legge_di_nuovo() =>
        Assert.Equal("conflitto.da-dichiarare", Codice(DichiarazioneConflitto.Giudica([_nitida], [], "2020-01", _oggi)));

    [Fact]
    public void Chi_ha_un_conflitto_non_prosegue_nemmeno_con_una_dichiarazione_precedente()
    {
        DichiarazioneConflitto[] sue = [Nessuno(_nitida), Conflitto()];
        Assert.Equal("conflitto.dichiarato", Codice(DichiarazioneConflitto.Giudica([_nitida], sue, DichiarazioneConflitto.VersioneTesto, _oggi)));
        Assert.Empty(DichiarazioneConflitto.Giudica([_carta], [.. sue, Nessuno(_carta)], null, _oggi).Value);
    }

    [Fact]
    public void Chi_e_sostituito_si_astiene_per_tutta_la_Convenzione()
    {
        var conflitto = Conflitto();
        Assert.True(conflitto.DecidiSostituzione(_responsabile, _collega, _utc).IsSuccess);
        Assert.Equal((false, true, _collega, _responsabile), (conflitto.DaDecidere, conflitto.InVigore, conflitto.PassatoA, conflitto.DecisaDaId));
        var anni = _oggi.AddYears(5);
        Assert.Equal("conflitto.dichiarato", Codice(DichiarazioneConflitto.Giudica([_nitida], [conflitto], DichiarazioneConflitto.VersioneTesto, anni)));
    }

    [Fact]
    public void Se_il_Responsabile_dice_che_non_c_e_la_persona_prosegue_senza_dichiarare_il_contrario()
    {
        var (conflitto, ultimo) = (Conflitto(), _oggi.AddDays(30));
        Assert.True(conflitto.DecidiNessunConflitto(_responsabile, "  Il rapporto è finito nel 2020. ", ultimo, _utc).IsSuccess);
        Assert.Equal((false, false, "Il rapporto è finito nel 2020."), (conflitto.DaDecidere, conflitto.InVigore, conflitto.MotivoDecisione));
        Assert.Empty(DichiarazioneConflitto.Giudica([_nitida], [conflitto], null, ultimo).Value);
        Assert.Equal("conflitto.da-dichiarare", Codice(DichiarazioneConflitto.Giudica([_nitida], [conflitto], null, ultimo.AddDays(1))));
    }

    [Fact]
    public void Nessuno_decide_sul_proprio_conflitto()
    {
        Assert.Equal("conflitto.proprio", Conflitto().DecidiSostituzione(_rup, _collega, _utc).Errors[0].Code);
        Assert.Equal("conflitto.proprio", Conflitto().DecidiNessunConflitto(_rup, "Non c'è", _oggi, _utc).Errors[0].Code);
    }

    [Fact]
    public void Chi_decide_non_subentra() =>
        Assert.Equal("conflitto.decide-e-subentra", Conflitto().DecidiSostituzione(_responsabile, _responsabile, _utc).Errors[0].Code);

    [Fact]
    public void Si_decide_una_volta_sola()
    {
        var conflitto = Conflitto();
        Assert.True(conflitto.DecidiSostituzione(_responsabile, null, _utc).IsSuccess);
        Assert.Equal("conflitto.gia-deciso", conflitto.DecidiNessunConflitto(_responsabile, "Ripensamento", _oggi, _utc).Errors[0].Code);
        Assert.Equal("conflitto.gia-deciso", Nessuno(_nitida).DecidiSostituzione(_responsabile, null, _utc).Errors[0].Code);
    }

    [Fact]
    public void Il_rifiuto_dice_chi_decide_o_che_cosa_fare_se_non_c_e_nessuno()
    {
        Assert.EndsWith("Decide Marta Collevento o Rosa Verdi (Segretario), dal proprio Cruscotto.",
            Conflitto().Rifiuto("Comune di Tivoli", ["Marta Collevento", "Rosa Verdi (Segretario)"]).Message, StringComparison.Ordinal);
        Assert.Contains("serve un atto di «Comune di Tivoli» che incarichi il Segretario o il RPCT",
            Conflitto().Rifiuto("Comune di Tivoli", []).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ogni_testo_richiama_l_articolo_76_del_DPR_445_del_2000()
    {
        Assert.Contains("art. 76 del D.P.R. 445/2000", DichiarazioneConflitto.Testo(_nitida, "Pulizie"), StringComparison.Ordinal);
        Assert.All(Enum.GetValues<NaturaConflitto>(), n => Assert.Contains(
            "art. 76 del D.P.R. 445/2000", DichiarazioneConflitto.TestoConflitto(_nitida, "Pulizie", n), StringComparison.Ordinal));
    }

    private static string Codice<T>(CigHub.Domain.Common.Result<T> esito) => Assert.Single(esito.Errors).Code;

    private static DichiarazioneConflitto Nessuno(FornitoreDichiarato fornitore, DateOnly? validaAl = null) => DichiarazioneConflitto.NessunConflitto(
        Guid.CreateVersion7(), _rup, Guid.Empty, fornitore, Guid.Empty, validaAl ?? _oggi.AddDays(30), _utc);

    private static DichiarazioneConflitto Conflitto() => DichiarazioneConflitto.Conflitto(
        Guid.CreateVersion7(), _rup, Guid.Empty, _nitida, NaturaConflitto.Personale, Guid.Empty, _utc);
}
