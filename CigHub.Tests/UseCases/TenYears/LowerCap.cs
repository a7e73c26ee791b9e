using System.Data.Common;
using System.Globalization;
using CigHub.Web.Common;
using CigHub.Web.Features.Affidamenti.Elenco;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CigHub.Tests.UseCases.TenYears;

/// <summary>
/// Lowers the cap of every count (10 001 rows) and of every search of a text (1 001 rows) to a few, so that both offices of the test reach
/// it. A count or a search without a cap goes on to grow with the office.
/// </summary>
internal sealed class LowerCap : DbCommandInterceptor
{
    /// <summary>The number of rows at which a count stops in the test.</summary>
    public const int Rows = 21;

    private const int Usual = CappedCount.Most + 1, UsualOfTexts = AffidamentiSearch.MaxTrovati + 1;

    private static readonly string _inText = "LIMIT " + Usual.ToString(CultureInfo.InvariantCulture);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Lower(command);
        return new(result);
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Lower(command);
        return result;
    }

    private static void Lower(DbCommand command)
    {
        foreach (DbParameter parameter in command.Parameters)
        {
            if (parameter.Value is Usual or UsualOfTexts)
            {
                parameter.Value = Rows;
            }
        }

        if (command.CommandText.Contains(_inText, StringComparison.Ordinal))
        {
            command.CommandText = command.CommandText.Replace(_inText, "LIMIT " + Rows.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        }
    }
}
