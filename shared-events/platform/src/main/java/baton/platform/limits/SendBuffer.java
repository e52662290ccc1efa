package baton.platform.limits;

import baton.platform.BatonConfig;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/** Bounds what the kernel takes for a reader that does not: {@link SlowReaders} sees the rest. */
@Singleton
class SendBuffer implements HttpServerOptionsCustomizer {
  private final int bytes;

  SendBuffer(BatonConfig config) {
    this.bytes = config.http().sendBuffer();
  }

  @Override
  public void customizeHttpServer(HttpServerOptions options) {
    options.setSendBufferSize(bytes);
  }

  @Override
  public void customizeHttpsServer(HttpServerOptions options) {
    options.setSendBufferSize(bytes);
  }
}
