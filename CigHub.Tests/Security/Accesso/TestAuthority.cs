using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CigHub.Tests.Security.Accesso;

/// <summary>A certification authority made by the test, as an office may have one. It issues a certificate for this machine.</summary>
internal sealed class TestAuthority : IDisposable
{
    private readonly X509Certificate2 _radice;

    public TestAuthority()
    {
        using var chiave = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var richiesta = new CertificateRequest("CN=Autorita di prova", chiave, HashAlgorithmName.SHA256);
        richiesta.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        richiesta.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        _radice = richiesta.CreateSelfSigned(DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(100));
        Macchina = Emetti();
    }

    /// <summary>The certificate for 127.0.0.1, with its private key.</summary>
    public X509Certificate2 Macchina { get; }

    /// <summary>
    /// Creates an HTTP handler that trusts this authority and no other one. All checks of certificates stay on, except revocation.
    /// </summary>
    public SocketsHttpHandler Handler() => new()
    {
        SslOptions = new SslClientAuthenticationOptions
        {
            CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                CustomTrustStore = { _radice },
                RevocationMode = X509RevocationMode.NoCheck
            },
        },
        AllowAutoRedirect = false,
    };

    public void Dispose()
    {
        Macchina.Dispose();
        _radice.Dispose();
    }

    private X509Certificate2 Emetti()
    {
        using var chiave = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var richiesta = new CertificateRequest("CN=127.0.0.1", chiave, HashAlgorithmName.SHA256);
        var nomi = new SubjectAlternativeNameBuilder();
        nomi.AddIpAddress(IPAddress.Loopback);
        richiesta.CertificateExtensions.Add(nomi.Build());
        richiesta.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        using var emesso = richiesta.Create(_radice, _radice.NotBefore, _radice.NotAfter, [1]);
        return emesso.CopyWithPrivateKey(chiave);
    }
}
