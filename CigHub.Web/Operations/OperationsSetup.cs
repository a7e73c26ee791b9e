using CigHub.Web.Common;
using CigHub.Web.Components.Layout;

namespace CigHub.Web.Operations;

/// <summary>Registers the services that look after the data: backups, checks, the health probe and the notices of faults.</summary>
internal static class OperationsSetup
{
    public static WebApplicationBuilder AddOperations(this WebApplicationBuilder builder)
    {
        builder.Services.AddSettings<BackupSettings>();
        builder.Services.AddSingleton<Backup>();
        builder.Services.AddSingleton<HeadCheck>();
        builder.Services.AddScoped<IDataNotices, DataNotices>();
        builder.Services.AddHostedService<PagesCheck>();
        builder.Services.AddHostedService<BackupTimetable>();
        return builder;
    }
}
