using System.Globalization;
using CigHub.Domain.Affidamenti;
using CigHub.Web.Data.Registro;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Data.Sqlite;

/// <summary>Queries the JSON of acts, which only SQLite's own functions can read. The query filter of the Ente still applies.</summary>
internal static class AttiInScadenza
{
    /// <summary>Returns the confirmations of capacity whose last day is in the window, both ends inclusive.</summary>
    public static IQueryable<Atto> ConfermeCheScadono(this CigHubDbContext db, DateOnly dal, DateOnly al)
    {
        var (primo, ultimo) = (Text(dal), Text(al));
        return db.Atti.FromSql(
            $"""SELECT * FROM "Atti" WHERE json_extract("Dati", '$.ValidoFinoAl') BETWEEN {primo} AND {ultimo}""");
    }

    /// <summary>Returns the acts of one kind.</summary>
    public static IQueryable<Atto> AttiDiTipo(this CigHubDbContext db, TipoAtto tipo) =>
        db.Atti.FromSql($"""SELECT * FROM "Atti" WHERE json_extract("Dati", '$.Tipo') = {NomiRegistrati.Valore(tipo)}""");

    private static string Text(DateOnly giorno) => giorno.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
