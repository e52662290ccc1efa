package baton.platform.limits;

import baton.platform.BatonConfig;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.smallrye.config.SmallRyeConfig;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.spi.VertxServiceProvider;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Gives every connection that the server accepts a {@link HeaderTimer}. Neither Quarkus nor Vert.x
 * has a limit for headers that come a byte at a time: each byte begins the idle time anew. Found by
 * the service loader, since this is the only place before the first byte is read.
 */
public final class HeaderDeadline implements VertxServiceProvider {

  @Override
  public void init(VertxBuilder builder) {
    if (!(builder.findTransport() instanceof JDKTransport)) return;
    within().map(TimedTransport::new).ifPresent(builder::findTransport);
  }

  /** Empty for a Vert.x that is no service's. */
  private static Optional<Duration> within() {
    try {
      var config = ConfigProvider.getConfig().unwrap(SmallRyeConfig.class);
      return Optional.of(config.getConfigMapping(BatonConfig.class).http().headersWithin());
    } catch (NoSuchElementException noService) {
      return Optional.empty();
    }
  }

  private static final class TimedTransport extends JDKTransport {
    private final Duration within;

    TimedTransport(Duration within) {
      this.within = within;
    }

    @Override
    public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
      return domainSocket
          ? super.serverChannelFactory(domainSocket)
          : () -> new TimedServerChannel(within);
    }
  }

  private static final class TimedServerChannel extends NioServerSocketChannel {
    private final Duration within;

    TimedServerChannel(Duration within) {
      this.within = within;
    }

    @Override
    protected int doReadMessages(List<Object> accepted) throws Exception {
      int count = super.doReadMessages(accepted);
      if (count > 0) ((Channel) accepted.getLast()).pipeline().addFirst(new HeaderTimer(within));
      return count;
    }
  }
}
