using CigHub.Domain.Affidamenti;
using CigHub.Tests.Support;
using CigHub.Web.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Data.Sqlite;

/// <summary>Tests that an upgrade fills the columns of the worklists also from drafts that hold what nobody expects.</summary>
public sealed class WorklistFillTests : WithBench
{
    [Theory]
    [InlineData("\"non è un identificativo\"")]
    [InlineData("12")]
    [InlineData("null")]
    public async Task Un_identificativo_che_non_si_legge_diventa_quello_vuoto(string json)
    {
        var id = await Bench.Affidamento(StatoAffidamento.InLavorazione);
        var altro = await Bench.Affidamento(StatoAffidamento.ProntoPerIlPortale);
        var prima = await Fornitore(altro);
        Assert.NotEqual(Guid.Empty, prima);
        await Bench.Query(db => db.Database.ExecuteSqlAsync(
            $"""
            UPDATE "Affidamenti" SET "Bozza" = json_set("Bozza", '$.documento.anacForm.aggiudicazioni[0].partecipanti[0].idPartecipante', json({json}))
            WHERE "Id" = {id}
            """));

        await Bench.Query(db => db.Database.ExecuteSqlRawAsync(WorklistFill.Sql));

        Assert.Equal(Guid.Empty, await Fornitore(id));
        Assert.Equal(prima, await Fornitore(altro));
    }

    private Task<Guid> Fornitore(Guid affidamento) => Bench.Query(
        db => db.Set<Aggiudicazione>().AsNoTracking().Where(g => g.AffidamentoId == affidamento).Select(g => g.IdPartecipante).SingleAsync());
}
