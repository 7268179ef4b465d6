namespace TvmEmulator.Blobs;

/// <summary>A part file can be neither made nor read at the moment; trying again may help.</summary>
internal sealed class PartFileUnavailableException(string message, Exception? innerException = null) : Exception(message, innerException);
