using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Operators;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.Tsp;
using Org.BouncyCastle.Utilities.Collections;
using Org.BouncyCastle.X509;

namespace CigHub.Tests.Support;

/// <summary>A real time-stamping authority (RFC 3161) on a free port, with a certificate of its own. It can be told to go wrong.</summary>
internal sealed class TimeStampAuthority : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly X509Certificate _certificate;
    private readonly TimeStampTokenGenerator _tokens;
    private int _serial;

    private TimeStampAuthority()
    {
        var random = new SecureRandom();
        var generator = new RsaKeyPairGenerator();
        generator.Init(new Org.BouncyCastle.Crypto.KeyGenerationParameters(random, 2048));
        var pair = generator.GenerateKeyPair();
        var name = new X509Name("CN=Marche di prova");
        var certificate = new X509V3CertificateGenerator();
        certificate.SetSerialNumber(BigInteger.One);
        certificate.SetIssuerDN(name);
        certificate.SetSubjectDN(name);
        certificate.SetNotBefore(DateTime.UtcNow.AddDays(-1));
        certificate.SetNotAfter(DateTime.UtcNow.AddYears(1));
        certificate.SetPublicKey(pair.Public);
        certificate.AddExtension(X509Extensions.ExtendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeID.id_kp_timeStamping));
        _certificate = certificate.Generate(new Asn1SignatureFactory("SHA256WithRSA", pair.Private, random));
        _tokens = new TimeStampTokenGenerator(pair.Private, _certificate, TspAlgorithms.Sha256, "1.2.3.4.1");
        _tokens.SetCertificates(CollectionUtilities.CreateStore([_certificate]));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/", Answer);
    }

    public string Address => _app.Urls.Single();

    /// <summary>The HTTP status with which it refuses. 0 when it stamps.</summary>
    public int Fails { get; set; }

    /// <summary>Says whether it stamps another hash than the one it was asked for.</summary>
    public bool StampsAnother { get; set; }

    public static async Task<TimeStampAuthority> Start()
    {
        var authority = new TimeStampAuthority();
        await authority._app.StartAsync();
        return authority;
    }

    /// <summary>Returns a whole answer with a stamp of a hash.</summary>
    public byte[] Stamp(byte[] hash) => Respond(Request(hash, null));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static TimeStampRequest Request(byte[] hash, BigInteger? nonce)
    {
        var generator = new TimeStampRequestGenerator();
        generator.SetCertReq(true);
        return nonce is null
            ? generator.Generate(new DerObjectIdentifier(TspAlgorithms.Sha256), hash)
            : generator.Generate(new DerObjectIdentifier(TspAlgorithms.Sha256), hash, nonce);
    }

    private async Task Answer(HttpContext http)
    {
        if (Fails != 0)
        {
            http.Response.StatusCode = Fails;
            return;
        }

        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var request = new TimeStampRequest(body.ToArray());
        if (StampsAnother)
        {
            request = Request(new byte[32], request.Nonce);
        }

        http.Response.ContentType = "application/timestamp-reply";
        await http.Response.Body.WriteAsync(Respond(request));
    }

    private byte[] Respond(TimeStampRequest request) =>
        new TimeStampResponseGenerator(_tokens, TspAlgorithms.Allowed).Generate(
            request, BigInteger.ValueOf(Interlocked.Increment(ref _serial)), DateTime.UtcNow).GetEncoded();
}
