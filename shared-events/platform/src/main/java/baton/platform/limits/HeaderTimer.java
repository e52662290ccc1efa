package baton.platform.limits;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Closes a connection whose headers are not complete so long after their first byte. */
final class HeaderTimer extends ChannelInboundHandlerAdapter {

  /** As Vert.x names what makes requests of bytes. */
  private static final String DECODER = "httpDecoder";

  private final Duration within;
  private final Decoded decoded = new Decoded();

  /** From a request's headers to its last byte: whoever reads a body has other limits. */
  private boolean inside;

  private boolean listening;
  private Future<?> deadline;

  HeaderTimer(Duration within) {
    this.within = within;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object bytes) {
    if (!listening) {
      if (context.pipeline().get(DECODER) == null) {
        context.pipeline().remove(this);
        context.fireChannelRead(bytes);
        return;
      }
      context.pipeline().addAfter(DECODER, null, decoded);
      listening = true;
    }
    decoded.any = false;
    context.fireChannelRead(bytes);
    if (!inside && !decoded.any && deadline == null)
      deadline =
          context
              .executor()
              .schedule(() -> context.close(), within.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    inTime();
    context.fireChannelInactive();
  }

  private void inTime() {
    if (deadline != null) deadline.cancel(false);
    deadline = null;
  }

  /** Hears of each request when its headers are complete, and when all of it has come. */
  private final class Decoded extends ChannelInboundHandlerAdapter {
    private boolean any;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      any = true;
      if (message instanceof HttpRequest) {
        inside = true;
        inTime();
      }
      if (message instanceof LastHttpContent) inside = false;
      context.fireChannelRead(message);
    }
  }
}
