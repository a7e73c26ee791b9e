using CigHub.Web.Common;
using CigHub.Web.Components.Layout;
using CigHub.Web.Data.Attestazioni;
using CigHub.Web.Data.Start;
using CigHub.Web.Features.Cruscotto.AvvisiPosta;
using CigHub.Web.Operations.Attestazioni;
using CigHub.Web.Operations.Posta;

namespace CigHub.Web.Operations;

/// <summary>Registers the services that look after the data: backups, attestazioni, checks, the health probe, e-mail and the notices of faults.</summary>
internal static class OperationsSetup
{
    public static WebApplicationBuilder AddOperations(this WebApplicationBuilder builder)
    {
        builder.Services.AddSettings<BackupSettings>();
        builder.Services.AddSingleton<Backup>();
        builder.Services.AddSingleton<IBackupState, BackupState>();
        builder.Services.AddSingleton<HeadCheck>();
        builder.Services.AddScoped<IDataNotices, DataNotices>();
        builder.Services.AddSettings<MailSettings>();
        builder.Services.AddSettings<TimeStampSettings>();
        builder.Services.AddHttpClient();
        builder.Services.AddSingleton<IDestinazione, CopyFolder>();
        builder.Services.AddSingleton<IDestinazione, MailDelivery>();
        builder.Services.AddSingleton<IDestinazione, TimeStampDelivery>();

        // After the time stamp, which it takes along.
        builder.Services.AddSingleton<IDestinazione, EstrattoFolder>();
        builder.Services.AddSingleton<AttestazioniSender>();
        builder.Services.AddHostedService<AttestazioniTimetable>();
        builder.Services.AddSettings<AvvisiPostaSettings>();
        builder.Services.AddSingleton<AvvisiTimetable>();
        builder.Services.AddSingleton<IAvvisiPosta>(s => s.GetRequiredService<AvvisiTimetable>());
        builder.Services.AddHostedService(s => s.GetRequiredService<AvvisiTimetable>());
        builder.Services.AddHostedService<PagesCheck>();
        builder.Services.AddHostedService<BackupTimetable>();
        return builder;
    }
}
