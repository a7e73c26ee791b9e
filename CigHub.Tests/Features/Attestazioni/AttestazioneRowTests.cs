using Bunit;
using CigHub.Tests.Components;
using CigHub.Tests.Support;
using CigHub.Web.Data.Attestazioni;
using CigHub.Web.Features.Attestazioni;

namespace CigHub.Tests.Features.Attestazioni;

/// <summary>Checks that the row of an attestazione says which copies are missing, and why, beside those that arrived.</summary>
public sealed class AttestazioneRowTests : ComponentTest
{
    [Fact]
    public void Posta_e_marca_che_mancano_si_leggono_con_il_motivo_e_la_cartella_arrivata_anche()
    {
        var row = new Attestazione(7, TestBench.Now.UtcDateTime, 42, MotivoAttestazione.Richiesta, "nota",
        [
            new Consegna("cartella", StatoConsegna.Inviata, 1, TestBench.Now.UtcDateTime),
            new Consegna("posta", StatoConsegna.NonRiuscita, 2, TestBench.Now.UtcDateTime, "Il server di posta non risponde"),
            new Consegna("marca", StatoConsegna.NonRiuscita, 3, TestBench.Now.UtcDateTime, "L'autorità ha risposto 503"),
        ]);
        var view = new AttestazioniView([row], 7, "chiave", [], null,
        [
            new PostoAltrove("cartella", "Cartella", true, row), new PostoAltrove("posta", "Posta elettronica", true, null),
            new PostoAltrove("marca", "Marca temporale", true, null),
        ]);
        var shown = Contesto.Render<AttestazioneRow>(p => p.Add(c => c.Row, row).Add(c => c.View, view));
        Assert.Equal(
            [
                "Cartella: Inviata",
                "Posta elettronica: Non riuscita: si riprova – Il server di posta non risponde",
                "Marca temporale: Non riuscita: si riprova – L'autorità ha risposto 503",
            ],
            shown.FindAll("li").Select(Shown));
        Assert.Empty(shown.FindAll("[aria-label='Scarica la marca della n. 7']"));
    }
}
