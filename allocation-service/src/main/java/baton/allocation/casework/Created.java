package baton.allocation.casework;

import baton.contract.ReferralId;
import baton.platform.Executed;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;

/** The answer to a command that creates a numbered hand-off. */
final class Created {
  private Created() {}

  /**
   * 201 with the new one's number and place; 200 with the number of the one that there is already,
   * where nothing was to do.
   *
   * @param uri of the request, or null where it came by another way: then no place is told
   */
  static Response answer(
      Executed executed,
      Optional<Integer> created,
      Optional<Integer> existing,
      ReferralId referral,
      String collection,
      UriInfo uri) {
    if (created.isEmpty())
      return Response.ok(existing.map(executed::withNumber).orElse(executed)).build();
    if (uri == null)
      return Response.status(Response.Status.CREATED)
          .entity(executed.withNumber(created.get()))
          .build();
    var location =
        uri.getBaseUriBuilder()
            .path("cases")
            .path(referral.toString())
            .path(collection)
            .path(created.get().toString())
            .build();
    return Response.created(location).entity(executed.withNumber(created.get())).build();
  }
}
