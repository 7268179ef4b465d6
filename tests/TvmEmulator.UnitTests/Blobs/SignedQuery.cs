using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using TvmEmulator.Blobs;
using TvmEmulator.Worlds;

namespace TvmEmulator.UnitTests.Blobs;

/// <summary>Signs by hand, after the documentation of Azure Storage: the oracle beside the SDK, and the way to links that the emulator never makes.</summary>
internal static class SignedQuery
{
    public static QueryString Of(World world, string name, string container = StorageAccount.Container, string sv = "2023-01-03", string st = "", string se = "", string sp = "r", string sr = "b")
    {
        var text = $"{sp}\n{st}\n{se}\n/blob/{StorageAccount.Name}/{container}/{name}\n\n\n\n{sv}\n{sr}\n\n\n\n\n\n\n";
        var sig = Convert.ToBase64String(HMACSHA256.HashData(world.Derive("storage account key"), Encoding.UTF8.GetBytes(text)));
        var query = QueryString.Empty.Add("sv", sv).Add("se", se).Add("sr", sr).Add("sp", sp).Add("sig", sig);
        return st.Length == 0 ? query : query.Add("st", st);
    }
}
