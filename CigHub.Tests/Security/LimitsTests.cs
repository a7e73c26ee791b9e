using System.Reflection;
using CigHub.Domain.Affidamenti;
using CigHub.Tests.Architecture;
using CigHub.Tests.Support;
using CigHub.Web.Features.Affidamenti.Elenco;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.Features.Affidamenti.Pregressi;
using CigHub.Web.Features.Codici.Importazione;
using CigHub.Web.Security;
using CigHub.Web.Security.Limiti;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Security;

/// <summary>Checks the limit on the exports and uploads that one user may make in a while, by commands and by queries.</summary>
public sealed class LimitsTests : WithBench
{
    private static readonly Assembly App = typeof(CommandRunner).Assembly;

    /// <summary>
    /// Every command and query that exports stored data or takes a file must have the attribute <see cref="LimitedAttribute"/>. The test
    /// finds them by reflection and in the sources.
    /// </summary>
    [Fact]
    public void Ogni_comando_e_ogni_domanda_che_esporta_o_prende_un_file_e_limitato()
    {
        var attesi = WritePathSetup.Commands(App).Where(c => Export(c) || PrendeUnFile(Properties(c)) || c.GetProperty("FileSha256") is not null)
            .Concat(SecuritySetup.Queries(App).Where(q => q.Name.StartsWith("Anteprima", StringComparison.Ordinal)
                || q.Name.StartsWith("Esamina", StringComparison.Ordinal) || PrendeUnFile(Parametri(q))))
            .Select(t => t.Name).Order().ToList();
        var limitati = App.GetTypes().Where(t => t.GetCustomAttribute<LimitedAttribute>() is not null).Select(t => t.Name).Order().ToList();
        Assert.True(attesi.Count >= 15, string.Join(", ", attesi));
        Assert.Empty(attesi.Except(limitati));

        // These have the attribute for another reason: the files of several atti stand in their rows, the text of a scheda and the lines of
        // Enti come from a file too, and the others make a file by a part of theirs.
        Assert.Equal(
            ["AggiungiAtti", "AmmettiEnti", "EsportaSpesa", "ImportaScheda", "NuovaAttestazione", "PreparaDossier", "ScaricaBozzaDiAtto"],
            limitati.Except(attesi));
    }

    [Fact]
    public async Task Oltre_il_limite_un_esportazione_e_rifiutata_con_un_evento_solo_e_dopo_un_po_si_puo_di_nuovo()
    {
        await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        for (var i = 0; i < 30; i++)
        {
            await Bench.Succeeds(new StampaElenco(AffidamentiFilter.Tutti));
        }

        await Bench.Refuses(UseLimiter.Code, new StampaElenco(AffidamentiFilter.Tutti));
        await Bench.Refuses(UseLimiter.Code, new StampaElenco(AffidamentiFilter.Tutti));
        Assert.Equal(1, await Bench.Query(db => db.Registro.CountAsync(r => r.Azione == Azioni.AccessoLimitato && r.Esito == "negato")));

        // Another user has a separate count.
        await Bench.Succeeds(new StampaElenco(AffidamentiFilter.Tutti), Bench.Auditor);
        Bench.Clock.Advance(LimitSettings.Finestra);
        await Bench.Succeeds(new StampaElenco(AffidamentiFilter.Tutti));
    }

    [Fact]
    public async Task Le_anteprime_dei_file_si_contano_e_un_comando_senza_file_no()
    {
        for (var i = 0; i < 60; i++)
        {
            Assert.True((await Bench.Reader.Read<AnteprimaPregresse, Anteprima>(Bench.Rup, q => q.Run([], Bench.Rup))).IsSuccess);
        }

        var rifiutata = await Bench.Reader.Read<AnteprimaPregresse, Anteprima>(Bench.Rup, q => q.Run([], Bench.Rup));
        Assert.Equal(UseLimiter.Code, Assert.Single(rifiutata.Errors).Code);

        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var senza = new AggiungiAtto(id, Guid.CreateVersion7(), new AttoForm(), await Bench.Version(id));
        Assert.DoesNotContain(UseLimiter.Code, (await Bench.Run(senza)).Errors.Select(e => e.Code));
        await Bench.Refuses(UseLimiter.Code, senza with { File = new ChosenFile("x.pdf", [1]) });
    }

    private static IEnumerable<Type> Properties(Type tipo) => tipo.GetProperties().Select(p => p.PropertyType);

    private static IEnumerable<Type> Parametri(Type query) =>
        query.GetMethods().Where(m => m.DeclaringType == query).SelectMany(m => m.GetParameters()).Select(p => p.ParameterType);

    private static bool PrendeUnFile(IEnumerable<Type> tipi) => tipi.SelectMany(Dentro)
        .Any(t => t == typeof(ChosenFile) || t == typeof(FileLista) || t == typeof(byte[]) || t == typeof(Stream) || t == typeof(ReadOnlyMemory<byte>));

    private static IEnumerable<Type> Dentro(Type tipo) => [tipo, .. tipo.GetGenericArguments().SelectMany(Dentro)];

    /// <summary>Says whether the source of a command names an azione of export, of print or of opening a file.</summary>
    private static bool Export(Type comando) => House.Sources.Any(s => s.Path.EndsWith($"/{comando.Name}.cs", StringComparison.Ordinal)
        && s.Path.StartsWith("CigHub.Web/", StringComparison.Ordinal)
        && System.Text.RegularExpressions.Regex.IsMatch(s.Text, @"Azioni\.\w*(Esportat|Stampat|Apert[oa]\b)"));
}
