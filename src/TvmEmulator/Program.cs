using System.Runtime.InteropServices;
using TvmEmulator.CommandLine;

// The two signals that end a container or a terminal session; everything below sees a cancelled token.
using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

#pragma warning disable RS0030 // The one place that names the system clock.
var environment = CommandEnvironment.OfProcess(TimeProvider.System);
#pragma warning restore RS0030
return await EntryPoint.RunAsync(args, environment, Serve.RunAsync, stop.Token);

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
