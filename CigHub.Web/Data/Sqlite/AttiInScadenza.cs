using System.Globalization;
using CigHub.Domain.Affidamenti;
using CigHub.Web.Data.Registro;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Data.Sqlite;

/// <summary>
/// Finds acts by values inside their JSON column, which only SQLite's own functions can read. The query filter of the Ente still applies.
/// </summary>
internal static class AttiInScadenza
{
    /// <summary>Returns the acts that confirm capacity until a last day which lies between the two days, both inclusive.</summary>
    public static IQueryable<Atto> ConfermeCheScadono(this CigHubDbContext db, DateOnly dal, DateOnly al)
    {
        var (primo, ultimo) = (Text(dal), Text(al));
        return db.Atti.FromSql(
            $"""SELECT * FROM "Atti" WHERE json_extract("Dati", '$.ValidoFinoAl') BETWEEN {primo} AND {ultimo}""");
    }

    /// <summary>Returns the acts of the given kind that the scope may see.</summary>
    public static IQueryable<Atto> AttiDiTipo(this CigHubDbContext db, TipoAtto tipo) =>
        db.Atti.FromSql($"""SELECT * FROM "Atti" WHERE json_extract("Dati", '$.Tipo') = {NomiRegistrati.Valore(tipo)}""");

    private static string Text(DateOnly giorno) => giorno.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
