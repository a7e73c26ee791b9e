using System.Globalization;
using System.Reflection;
using CigHub.Domain.Persone;
using CigHub.Web.Data;
using FluentValidation;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CigHub.Web.UseCases;

/// <summary>
/// Registers the write path and every command of the assembly: its <c>Handler</c>, and its <c>Rules</c> where the command needs more than
/// being complete.
/// </summary>
public static class WritePathSetup
{
    /// <summary>Returns the types of all commands in the assembly, for registration and for tests.</summary>
    public static IEnumerable<Type> Commands(Assembly assembly) =>
        assembly.GetTypes().Where(t => t is { IsAbstract: false, IsClass: true } && t.IsAssignableTo(typeof(ICommand)));

    /// <summary>Returns the permission that a type of command requires.</summary>
    public static Permission PermissionOf(Type comando) => (Permission)comando.GetProperty(nameof(ICommand.Requires))!.GetValue(null)!;

    /// <summary>Returns the kind of act that a type of command is for a delega, or null when nobody may delegate it.</summary>
    public static AttoDelegabile? DelegabileOf(Type comando) =>
        (AttoDelegabile?)comando.GetProperty(nameof(ICommand.Delegabile))?.GetValue(null);

    public static IServiceCollection AddWritePath(this IServiceCollection services)
    {
        ValidatorOptions.Global.LanguageManager.Culture = CultureInfo.GetCultureInfo("it-IT");
        services.AddSingleton<WriteGate>();
        services.AddSingleton<SaveChangesInterceptor, RegistroGuard>();
        services.AddSingleton<AfterCommitListeners>();
        services.AddSingleton<NewIds>();
        services.AddSingleton<GatedWrites>();
        services.AddSingleton<CommandRunner>();
        services.AddSingleton<SystemWriter>();
        services.AddSingleton<DoorWriter>();
        services.AddScoped<LastChanges>();
        services.AddScoped<DelegaRights>();
        services.AddScoped<ConflictGuard>();
        foreach (var comando in Commands(typeof(WritePathSetup).Assembly))
        {
            var handler = comando.GetNestedType("Handler") ?? throw new InvalidOperationException($"{comando.Name} has no nested public class Handler.");
            services.AddScoped(typeof(ICommandHandler<>).MakeGenericType(comando), handler);

            // Rules have no state and compile their expressions when they are made. So they are made once for each command, not for each
            // call.
            if (comando.GetNestedType("Rules") is { } rules)
            {
                services.AddSingleton(typeof(IValidator<>).MakeGenericType(comando), rules);
            }
        }

        return services;
    }
}
