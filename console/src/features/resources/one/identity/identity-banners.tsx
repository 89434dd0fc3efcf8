// What a person has to decide about who this machine is: above its page, and only while there is something.
import { useQuery } from "@tanstack/react-query";
import { identityQuery } from "../../../../api/identity.ts";
import type { Resource } from "../../../../api/types.ts";
import { CloneBanner } from "./clone-banner.tsx";
import { DuplicateBanner } from "./duplicate-banner.tsx";

export default function IdentityBanners({ resource }: { resource: Resource }) {
  const { data } = useQuery(identityQuery(resource.id));
  if (data === undefined) return null;
  return (
    <>
      {data.quarantinedSince !== null && <CloneBanner id={resource.id} since={data.quarantinedSince} />}
      {data.proposals.slice(0, 3).map((proposal) => (
        <DuplicateBanner key={proposal.id} id={resource.id} proposal={proposal} />
      ))}
    </>
  );
}
