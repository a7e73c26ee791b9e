using System.Reflection;
using CigHub.Domain.Affidamenti.Ad4;

namespace CigHub.Tests.Domain.Affidamenti.Ad4;

public class CatalogoAd4Tests
{
    /// <summary>
    /// One leaf of the records of the scheda, that is, a property with a simple value: its percorso, its type, and whether ANAC requires
    /// it.
    /// </summary>
    /// <param name="Tipo">The type of the value, or of one row when the leaf is a list.</param>
    /// <param name="Obbligatoria">True when ANAC requires the leaf and every object around it.</param>
    private sealed record Leaf(string Percorso, Type Tipo, bool Obbligatoria, PropertyInfo Membro);

    private static IEnumerable<Leaf> Foglie() => Foglie(typeof(SchedaAd4), "", obbligatoria: true);

    private static IEnumerable<Leaf> Foglie(Type parte, string prefisso, bool obbligatoria)
    {
        foreach (var (nome, membro) in Nomi(parte))
        {
            var tipo = membro.PropertyType;
            var percorso = prefisso + nome;
            var anche = obbligatoria && membro.IsDefined(typeof(AnacRequiredAttribute));
            if (tipo.IsGenericType && tipo.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            {
                (tipo, percorso) = (tipo.GetGenericArguments()[0], percorso + "/*");
            }

            if (tipo.IsSubclassOf(typeof(ParteAd4)) && tipo != typeof(CodiceTipologica))
            {
                foreach (var foglia in Foglie(tipo, percorso + "/", anche))
                {
                    yield return foglia;
                }
            }
            else
            {
                yield return new Leaf(percorso, tipo, anche, membro);
            }
        }
    }

    private static IEnumerable<(string Nome, PropertyInfo Membro)> Nomi(Type parte) => parte
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p.CanWrite && p.GetCustomAttribute<System.Text.Json.Serialization.JsonExtensionDataAttribute>() is null)
        .Select(p => (p.GetCustomAttribute<System.Text.Json.Serialization.JsonPropertyNameAttribute>()?.Name
            ?? System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(p.Name), p));

    [Fact]
    public void Ogni_campo_della_scheda_ha_una_voce_nel_catalogo()
    {
        var senza = Foglie().Select(f => f.Percorso).Where(p => CatalogoAd4.Trova(p) is null).ToList();

        Assert.True(senza.Count == 0, "Senza voce nel catalogo: " + string.Join(", ", senza));
    }

    [Fact]
    public void Ogni_voce_del_catalogo_e_un_campo_della_scheda()
    {
        var foglie = Foglie().Select(f => f.Percorso).Concat(["titoloDocumento", "tipoContratto"]).ToHashSet();

        var inPiu = CatalogoAd4.Campi.Select(c => c.Percorso).Where(p => !foglie.Contains(p)).ToList();

        Assert.True(inPiu.Count == 0, "Nel catalogo ma non nella scheda: " + string.Join(", ", inPiu));
    }

    [Fact]
    public void Ogni_voce_ha_etichetta_e_aiuto()
    {
        var povere = CatalogoAd4.Campi.Where(c => string.IsNullOrWhiteSpace(c.Etichetta) || c.Aiuto.Length < 20).Select(c => c.Percorso).ToList();

        Assert.True(povere.Count == 0, "Senza etichetta o aiuto: " + string.Join(", ", povere));
    }

    [Fact]
    public void Il_tipo_della_voce_e_quello_del_campo()
    {
        var tipi = Foglie().ToDictionary(f => f.Percorso, f => f.Tipo);
        var diversi = CatalogoAd4.Campi.Where(c => c.Percorso is not ("titoloDocumento" or "tipoContratto") && tipi[c.Percorso] != Atteso(c))
            .Select(c => c.Percorso).ToList();

        Assert.True(diversi.Count == 0, "Tipo diverso da quello del campo: " + string.Join(", ", diversi));

        static Type Atteso(CampoAd4 campo) => campo switch
        {
            { Lista: not null } => typeof(CodiceTipologica),
            { Tipo: TipoCampo.Euro or TipoCampo.Percentuale } => typeof(decimal?),
            { Tipo: TipoCampo.SiNo } => typeof(bool?),
            _ => typeof(string),
        };
    }

    [Fact]
    public void Una_scelta_ha_un_elenco_di_anac_o_le_sue_risposte() =>
        Assert.All(CatalogoAd4.Campi.Where(c => c.Tipo is TipoCampo.Scelta or TipoCampo.Cpv or TipoCampo.CodIstat or TipoCampo.CodNuts),
            c => Assert.True(c.Lista is not null != c.Scelte.Count > 0, c.Percorso));

    [Fact]
    public void Ogni_elenco_di_un_campo_e_tra_quelli_di_anac() =>
        Assert.All(CatalogoAd4.Campi.Select(c => c.Lista).OfType<string>(), l => Assert.Equal(l, CigHub.Domain.Codici.ListeAnac.Trova(l)?.IdTipologica));

    [Fact]
    public void Cio_che_puo_essere_obbligatorio_e_nella_maschera() =>
        Assert.All(CatalogoAd4.Campi.Where(c => c.Obbligo != Obbligo.Mai), c => Assert.True(c.NellaMaschera, c.Percorso));

    [Fact]
    public void Obbligatori_sempre_sono_quelli_che_il_record_dichiara_e_il_titolo()
    {
        var perIRecord = Foglie().Where(f => f.Obbligatoria).Select(f => f.Percorso).Append("titoloDocumento").ToHashSet();
        var perIlCatalogo = CatalogoAd4.Campi.Where(c => c.Obbligo == Obbligo.Sempre).Select(c => c.Percorso).ToHashSet();

        Assert.True(perIlCatalogo.SetEquals(perIRecord), "Solo per il catalogo: " + string.Join(", ", perIlCatalogo.Except(perIRecord))
            + "; solo per il record: " + string.Join(", ", perIRecord.Except(perIlCatalogo)));
    }

    [Fact]
    public void Formato_limiti_e_risposte_della_voce_sono_quelli_che_il_record_dichiara()
    {
        var membri = Foglie().ToDictionary(f => f.Percorso, f => f.Membro);
        var diversi = CatalogoAd4.Campi.Where(c => membri.TryGetValue(c.Percorso, out var membro) && !Concordi(c, membro)).Select(c => c.Percorso).ToList();

        Assert.True(diversi.Count == 0, "Diversi da ciò che dichiara il record: " + string.Join(", ", diversi));

        static bool Concordi(CampoAd4 campo, PropertyInfo membro)
        {
            var formato = campo.Tipo switch { TipoCampo.Data => AnacFormatAttribute.DateTime, TipoCampo.Uuid => AnacFormatAttribute.Uuid, _ => null };
            var limiti = membro.GetCustomAttribute<AnacRangeAttribute>();
            var lunghezza = membro.GetCustomAttribute<AnacLengthAttribute>();
            return membro.GetCustomAttribute<AnacFormatAttribute>()?.Format == formato
                && (limiti is { Minimum: 0, Maximum: 100 }) == (campo.Tipo == TipoCampo.Percentuale)
                && (membro.GetCustomAttribute<AnacEnumAttribute>()?.Values ?? []).SequenceEqual(campo.Scelte.Select(s => s.Codice))
                && (lunghezza is null ? campo.LunghezzaMinima == 0 : (lunghezza.Minimum, lunghezza.Maximum) == (campo.LunghezzaMinima, campo.LunghezzaMassima));
        }
    }

    [Theory]
    [InlineData("anacForm/aggiudicazioni/0/cupLotto/1", "anacForm/aggiudicazioni/*/cupLotto/*")]
    [InlineData("anacForm/appalto/cig", "anacForm/appalto/cig")]
    [InlineData("titoloDocumento", "titoloDocumento")]
    public void Un_percorso_concreto_trova_il_suo_campo(string percorso, string campo) => Assert.Equal(campo, CatalogoAd4.Trova(percorso)?.Percorso);

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("anacForm")]
    [InlineData("anacForm/appalto/CIG")]
    [InlineData("anacForm/aggiudicazioni/00/cupLotto/0")]
    [InlineData("anacForm/aggiudicazioni/99999999999/cupLotto/0")]
    [InlineData("anacForm/aggiudicazioni/-1/cupLotto/0")]
    public void Un_percorso_che_non_esiste_non_trova_niente(string percorso) => Assert.Null(CatalogoAd4.Trova(percorso));

    [Fact]
    public void Le_sezioni_sono_nell_ordine_del_portale_e_contengono_tutti_i_campi()
    {
        Assert.Equal(CatalogoAd4.Campi, Enum.GetValues<SezioneAd4>().SelectMany(CatalogoAd4.CampiDi));
        Assert.Equal(Enumerable.Range(0, CatalogoAd4.Campi.Count), CatalogoAd4.Campi.Select(c => c.Ordine));
    }
}
