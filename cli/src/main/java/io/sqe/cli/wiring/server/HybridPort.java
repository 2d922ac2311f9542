package io.sqe.cli.wiring.server;

import io.sqe.cli.wiring.EmbeddedEngine;
import io.sqe.executor.host.EngineService;
import io.sqe.gateway.configuration.ServerConfiguration;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;

/** In hybrid mode the same engine works for coordinators that know the secret. */
record HybridPort(EmbeddedEngine engine) implements ServerPort {

    @Override
    public void open(ServerGround ground) {
        ServerConfiguration configuration = ground.configuration();
        if (configuration.worker().isListening(configuration.coordinator().mode())) {
            BufferAllocator allocator = ground.parts().keep(new RootAllocator(), BufferAllocator::close);
            ground.parts().keep(WorkerPort.open(ground, engine.executor(), allocator), EngineService::close);
        }
    }
}
