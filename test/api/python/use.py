import io
import json
import os

from gatehouse import AuthenticatedClient, Client
from gatehouse.api.users import users_import, users_list
from gatehouse.models import Problem, UsersImportOutput, UsersListOutput
from gatehouse.models.users_list_sort import UsersListSort
from gatehouse.types import File

address = os.environ["GATEHOUSE_ADDRESS"]
username = os.environ["GATEHOUSE_USERNAME"]
stranger = Client(base_url=address)
gatehouse = AuthenticatedClient(base_url=address, token=os.environ["GATEHOUSE_TOKEN"])

people = users_list.sync(client=gatehouse, limit=50, sort=UsersListSort.NAME)
assert isinstance(people, UsersListOutput), people
problem = users_list.sync(client=stranger)
assert isinstance(problem, Problem), problem

lines = [
    "username,email,name,department,role,phone,mobile,manager",
    f"{username},py@example.org,Py Thon,,user,,,admin",
    "x,nowhere,X,,user,,,",
]
csv = File(payload=io.BytesIO("\r\n".join(lines).encode()))
imported = users_import.sync(client=gatehouse, body=csv, dry_run=False)
assert isinstance(imported, UsersImportOutput), imported

print(
    json.dumps(
        {
            "people": [person.username for person in people.items],
            "problem": {"status": problem.status, "code": problem.code},
            "imported": imported.imported,
            "skipped": imported.skipped,
            "problemLine": imported.rows[0].line,
        }
    )
)
