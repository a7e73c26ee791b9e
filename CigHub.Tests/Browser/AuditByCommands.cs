using System.Security.Cryptography;
using System.Text;
using CigHub.Domain.Persone;
using CigHub.Domain.Revisione;
using CigHub.Web.Features.Affidamenti.Nuovo;
using CigHub.Web.Features.Revisione.Carte;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CigHub.Tests.Browser;

/// <summary>The parts of an audit that repeat what a browser test has already tried by hand, done by commands.</summary>
internal static class AuditByCommands
{
    /// <summary>
    /// Draws a sample by the published lines (<c>docs/audit.md</c>) in the engine of the browser, which shares no code with the app: the SHA-256 of
    /// <c>seed:id</c>, in order, the first ones.
    /// </summary>
    private const string Draw = """
        async ([file, seed, size]) => {
            const hex = async text => Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))))
                .map(byte => byte.toString(16).padStart(2, '0')).join('');
            const ids = file.split('\n').filter(line => line).map(line => line.split(';')[0]);
            const keys = await Promise.all(ids.map(async id => await hex(seed + ':' + id) + ' ' + id));
            return keys.sort().slice(0, size).map(key => key.split(' ')[1]);
        }
        """;

    /// <summary>Gives the RUP of Tivoli further drafts, so that a sample leaves some out.</summary>
    public static async Task Drafts(IServiceProvider app, int howMany)
    {
        var (rup, model) = await ReadyAffidamenti.Query(app, async db =>
        {
            var persona = await db.Persone.SingleAsync(p => p.NomeUtente == "rup.tivoli");
            var suo = await db.Affidamenti.Where(a => a.RupId == persona.Id && !a.Pregresso).OrderBy(a => a.Anno).ThenBy(a => a.Progressivo).FirstAsync();
            return (new Actor(persona.Id, Ruolo.Rup, suo.EnteId, [Ruolo.Rup]), suo.Id);
        });
        for (var i = 0; i < howMany; i++)
        {
            await Succeeds(app, new CopiaAffidamento(model, Guid.CreateVersion7()), rup);
        }
    }

    /// <summary>Draws the sample of the audit again in the browser's engine, and asserts that it is the one of the working papers.</summary>
    public static async Task AssertDrawnAgain(IServiceProvider app, IPage page, string population)
    {
        var audit = await ReadyAffidamenti.Query(app, db => db.Audit.AsNoTracking().Include(a => a.Carte).SingleAsync());
        var campione = audit.Campione!;
        Assert.Equal(campione.Impronta, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(population))));
        Assert.True(campione.Popolazione > campione.Quanti, "The sample is the whole population, so that no seed would matter.");
        var again = await page.EvaluateAsync<string[]>(Draw, new object[] { population, campione.Seme, campione.Quanti });
        Assert.Equal(audit.Carte.OrderBy(c => c.Posizione).Select(c => $"{c.AffidamentoId}"), again);
        Assert.NotEqual(again, await page.EvaluateAsync<string[]>(Draw, new object[] { population, campione.Seme + "!", campione.Quanti }));
    }

    /// <summary>Fills in the working papers of the audit that are still empty.</summary>
    public static async Task FillInTheOthers(IServiceProvider app)
    {
        var (auditor, audit) = await ReadyAffidamenti.Query(app, async db =>
        {
            var persona = await db.Persone.SingleAsync(p => p.NomeUtente == "auditor");
            return (new Actor(persona.Id, Ruolo.Auditor, null, [Ruolo.Auditor]), await db.Audit.AsNoTracking().Include(a => a.Carte).SingleAsync());
        });
        var version = audit.Version;
        foreach (var carta in audit.Carte.Where(c => c.Esito is null).OrderBy(c => c.Posizione))
        {
            var form = new CartaForm { Esito = nameof(EsitoAudit.Conforme), Esaminato = "Iter ed eventi" };
            version = (await Succeeds(app, new CompilaCarta(audit.Id, carta.Id, form, version), auditor)).Version;
        }
    }

    private static async Task<Receipt> Succeeds<TCommand>(IServiceProvider app, TCommand command, Actor actor)
        where TCommand : ICommand
    {
        var outcome = await app.GetRequiredService<CommandRunner>().Run(command, actor);
        Assert.True(outcome.IsSuccess, string.Join("; ", outcome.Errors));
        return outcome.Value;
    }
}
