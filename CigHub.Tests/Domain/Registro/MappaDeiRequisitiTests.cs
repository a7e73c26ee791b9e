using CigHub.Domain.Registro;
using CigHub.Web.Common;
using CigHub.Web.Features.Rilievi.Elenco;

namespace CigHub.Tests.Domain.Registro;

/// <summary>Tests the map of the requirements of ISO 37001: every link opens a page, and what is not certain is said.</summary>
public sealed class MappaDeiRequisitiTests
{
    private static IReadOnlyCollection<string> Routes { get; } =
        [.. typeof(AppRoutes).GetFields().Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!)];

    [Fact]
    public void Ogni_luogo_qui_e_una_pagina_vera_e_ogni_altro_dice_dove()
    {
        foreach (var luogo in MappaDeiRequisiti.Tutti.SelectMany(r => r.Luoghi))
        {
            if (luogo.Indirizzo is { } indirizzo)
            {
                Assert.Contains(indirizzo.Split('?')[0], Routes);
                Assert.True(!indirizzo.Contains('?', StringComparison.Ordinal) || RilieviFilter.Read(indirizzo) != new RilieviFilter(), indirizzo);
            }
            else
            {
                Assert.StartsWith("Altrove: ", luogo.Testo, StringComparison.Ordinal);
            }
        }

        Assert.All(MappaDeiRequisiti.Tutti, r => Assert.NotEmpty(r.Luoghi));
    }

    [Fact]
    public void I_conflitti_di_interessi_non_hanno_un_numero_di_clausola_e_la_pagina_dice_perche()
    {
        var conflitti = Assert.Single(MappaDeiRequisiti.Tutti, r => r.Titolo.StartsWith("Conflitti di interessi", StringComparison.Ordinal));
        Assert.Equal((null, null), (conflitti.Clausola2016, conflitti.Clausola2025));
        Assert.Contains("non si è potuto confrontare", conflitti.Riserva!, StringComparison.Ordinal);
        Assert.True(conflitti.Qui);
    }

    [Fact]
    public void Una_clausola_cambiata_o_assente_in_una_delle_due_edizioni_ha_la_sua_riserva() =>
        Assert.All(
            MappaDeiRequisiti.Tutti.Where(r => r.Clausola2016 is null || r.Clausola2025 is null),
            r => Assert.False(string.IsNullOrWhiteSpace(r.Riserva)));

    [Fact]
    public void Ogni_clausola_sta_una_volta_sola_in_ciascuna_edizione()
    {
        Assert.Distinct(MappaDeiRequisiti.Tutti.Select(r => r.Clausola2016).OfType<string>());
        Assert.Distinct(MappaDeiRequisiti.Tutti.Select(r => r.Clausola2025).OfType<string>());
    }
}
